import { listModules } from './list-modules.ts'

export type ProofResult = {
  passed: boolean
  figures: Readonly<Record<string, unknown>>
  notes: readonly string[]
}

/** What a file `tests/proofs/<name>.ts` exports: one claim shown at full size, outside of `npm test`. */
export type Proof = {
  /** The claim, one sentence. */
  title: string
  /** What it takes: `root`, `PostgreSQL`, `20 minutes` …; empty when nothing. */
  needs: string
  run(): Promise<ProofResult>
}

export const loadProof = async (name: string): Promise<Proof> =>
  (await import(new URL(`../../proofs/${name}.ts`, import.meta.url).href)) as Proof

/** One line per proof, for people. */
export async function listProofs(): Promise<string[]> {
  const names = await listModules('proofs')
  return Promise.all(
    names.map(async (name) => {
      const { title, needs } = await loadProof(name)
      return `  ${name.padEnd(20)} ${title}${needs === '' ? '' : ` (needs ${needs})`}`
    }),
  )
}
