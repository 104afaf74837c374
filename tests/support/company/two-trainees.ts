import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const scenes = fileURLToPath(new URL('../../../scenes', import.meta.url))
export const SCENARIO = 'portable-extinguisher'

/** A folder of scenes in which two people put out the same fire. */
export async function twoTrainees(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-scenes-'))
  await cp(scenes, folder, { recursive: true })
  const file = join(folder, 'scenarios', SCENARIO, 'scenario.json')
  const scenario = JSON.parse(await readFile(file, 'utf8')) as { roles: { max: number }[] }
  for (const role of scenario.roles) role.max = 2
  await writeFile(file, JSON.stringify(scenario))
  return folder
}
