/** The JSON object that `npm run bench -- NAME --json` prints on its last line. */
export type BenchResult = {
  name: string
  figures: Readonly<Record<string, unknown>>
  /** What it was measured against. */
  baseline: string
  notes: readonly string[]
}

/** What a file `tests/bench/<name>.ts` exports. Progress goes to stderr. */
export type Bench = { run(): Promise<BenchResult> }
