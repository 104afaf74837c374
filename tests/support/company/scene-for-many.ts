import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const scenes = fileURLToPath(new URL('../../../scenes', import.meta.url))
export const SCENARIO = 'portable-extinguisher'

/** A new folder of scenes in which so many people put out the same fire. */
export async function sceneForMany(people: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-scenes-'))
  await cp(scenes, folder, { recursive: true })
  const file = join(folder, 'scenarios', SCENARIO, 'scenario.json')
  const scenario = JSON.parse(await readFile(file, 'utf8')) as { roles: { max: number }[] }
  for (const role of scenario.roles) role.max = people
  await writeFile(file, JSON.stringify(scenario))
  return folder
}
