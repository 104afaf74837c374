import { basename, join } from 'node:path'
import { folderScenarios } from '../scenarios/adapters/folder-scenarios.ts'
import type { CheckedScenario } from '../scenarios/scenarios.ts'
import { UsageError } from './command.ts'

export const scenesFolder = join(import.meta.dirname, '..', '..', 'scenes')

/**
 * The scenario of that id, sound or not; a path to its folder or document will do as well, as shells complete those.
 * @throws {UsageError} naming those there are
 */
export async function findScenario(name: string, scenes = scenesFolder): Promise<CheckedScenario> {
  const id = basename(name.replace(/\/?(scenario\.json)?$/, ''))
  const checked = await folderScenarios(scenes).check()
  const found = checked.find((one) => one.id === id)
  if (found === undefined)
    throw new UsageError(
      `unknown scenario '${name}'; there are: ${checked.map((one) => one.id).join(', ') || 'none'}`,
    )
  return found
}
