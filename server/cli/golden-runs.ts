import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OwnTestRun } from '#shared/scenario/own-tests/run-own-test.ts'
import type { LogEntry, LogHead } from '#shared/session/log.ts'

/** The stored log of one of a document's tests. */
export interface GoldenRun {
  readonly test: string
  /** Why it last had to change. */
  readonly reason: string
  readonly stateHash: string
  readonly head: LogHead
  readonly entries: readonly LogEntry[]
}

const folderOf = (scenes: string, scenario: string): string => join(scenes, 'scenarios', scenario, 'replays')

/** One file for each test, one line for each entry, so that a difference can be read. */
export async function writeGoldenRuns(
  scenes: string,
  scenario: string,
  reason: string,
  runs: readonly OwnTestRun[],
): Promise<void> {
  const folder = folderOf(scenes, scenario)
  await mkdir(folder, { recursive: true })
  for (const file of await readdir(folder)) if (file.endsWith('.json')) await rm(join(folder, file))
  for (const { id, stateHash, head, entries } of runs) {
    const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')
    const top = Object.entries({ test: id, reason, stateHash, head }).map(
      ([key, value]) => `  "${key}": ${JSON.stringify(value)},`,
    )
    await writeFile(join(folder, `${id}.json`), `{\n${top.join('\n')}\n  "entries": [\n${lines}\n  ]\n}\n`)
  }
}

export async function readGoldenRuns(scenes: string, scenario: string): Promise<GoldenRun[]> {
  const folder = folderOf(scenes, scenario)
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).toSorted()
  return Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as GoldenRun),
  )
}
