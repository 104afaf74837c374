import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AssetFiles } from '#shared/scenario/checks/site.ts'
import { assetHashes, contentHash, workplaceHash } from '#shared/scenario/content-hash.ts'
import { findingIn, type Finding } from '#shared/scenario/finding.ts'
import { parseScenario, parseWorkplace } from '#shared/scenario/parse-document.ts'
import { validate } from '#shared/scenario/validate.ts'
import type { CheckedScenario, Scenarios } from '../scenarios.ts'
import { readAssetManifest } from './asset-manifest.ts'

/** So that no id leaves its folder, and none is longer than a file system bears. */
const folderName = /^(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/**
 * Scenarios as shipped: `<scenes>/scenarios/<id>/scenario.json` in the world of `<scenes>/workplaces/<id>/workplace.json`,
 * assets by the manifest of `<assets>`. Files are read at each call and parsed again only when they changed.
 */
export function folderScenarios(scenes: string, assets = join(scenes, '..', 'assets', 'built')): Scenarios {
  const known = new Map<string, { key: string; checked: CheckedScenario }>()

  async function checkOne(id: string): Promise<CheckedScenario | undefined> {
    const scenarioText = folderName.test(id)
      ? await readText(join(scenes, 'scenarios', id, 'scenario.json'))
      : undefined
    if (scenarioText === undefined) return undefined
    const workplaceId = workplaceNamedIn(scenarioText)
    const workplaceText = folderName.test(workplaceId)
      ? await readText(join(scenes, 'workplaces', workplaceId, 'workplace.json'))
      : undefined
    const files = await readAssetManifest(assets)
    const key = JSON.stringify([scenarioText, workplaceText, files])
    const before = known.get(id)
    if (before?.key === key) return before.checked
    const checked = checkTexts(id, scenarioText, workplaceText, files)
    known.set(id, { key, checked })
    return checked
  }

  async function check(): Promise<CheckedScenario[]> {
    const ids = (await readdir(join(scenes, 'scenarios'), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    const checked = await Promise.all(ids.toSorted().map(checkOne))
    return checked.filter((one) => one !== undefined)
  }

  return {
    check,
    async list() {
      return (await check()).flatMap(({ loaded }) =>
        loaded ? [{ id: loaded.scenario.id, version: loaded.scenario.version }] : [],
      )
    },
    async load(id, version) {
      const loaded = (await checkOne(id))?.loaded
      return version === undefined || loaded?.scenario.version === version ? loaded : undefined
    },
  }
}

function checkTexts(
  id: string,
  scenarioText: string,
  workplaceText: string | undefined,
  files: AssetFiles | undefined,
): CheckedScenario {
  const scenario = parseScenario(scenarioText)
  const workplace = workplaceText === undefined ? undefined : parseWorkplace(workplaceText)
  const refused = (findings: readonly Finding[]): CheckedScenario => ({ id, findings, loaded: undefined })
  if (!scenario.ok) return refused([...scenario.reason, ...(workplace?.ok === false ? workplace.reason : [])])
  if (workplace === undefined) {
    const { workplace: wanted } = scenario.value
    return refused([
      findingIn(scenario.value, {
        code: 'no-workplace',
        path: ['workplace'],
        message: `there is no workplace "${wanted}"`,
        mend: `Add workplaces/${wanted}/workplace.json.`,
      }),
    ])
  }
  if (!workplace.ok) return refused(workplace.reason)
  const misplaced =
    scenario.value.id === id
      ? []
      : [
          findingIn(scenario.value, {
            code: 'other-folder',
            path: ['id'],
            message: `the document in the folder "${id}" calls itself "${scenario.value.id}"`,
            mend: 'Rename the folder or the document.',
          }),
        ]
  const findings = [...misplaced, ...validate(scenario.value, workplace.value, files)]
  if (findings.some(({ severity }) => severity === 'error')) return refused(findings)
  return {
    id,
    findings,
    loaded: {
      scenario: scenario.value,
      workplace: workplace.value,
      hash: contentHash(scenario.value, workplace.value),
      workplaceHash: workplaceHash(workplace.value),
      assetHashes: assetHashes(workplace.value),
    },
  }
}

/** Which world to read beside it, before the document is known to be sound. */
function workplaceNamedIn(text: string): string {
  try {
    const { workplace } = JSON.parse(text) as { workplace?: unknown }
    return typeof workplace === 'string' ? workplace : ''
  } catch {
    return ''
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`${path} cannot be read`, { cause: error })
  }
}
