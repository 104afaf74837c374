import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadedScenario, Scenarios } from '#server/scenarios/scenarios.ts'
import { hashOf } from '#shared/kernel/hash.ts'
import { scenario as scenarioSchema } from '#shared/scenario/scenario.ts'
import { workplace as workplaceSchema } from '#shared/scenario/workplace.ts'

/** Reads `scenarios/<id>/scenario.json` and `workplaces/<id>/workplace.json` below a folder; each document is parsed again only when it changed on disk. */
export function folderScenarios(folder: string): Scenarios {
  const known = new Map<string, { changed: string; loaded: LoadedScenario }>()

  async function load(id: string, version?: string): Promise<LoadedScenario | undefined> {
    if (!/^[a-z0-9][a-z0-9.-]{0,63}$/.test(id)) return undefined
    const file = join(folder, 'scenarios', id, 'scenario.json')
    const found = await stat(file).catch(absent)
    if (found === undefined) return undefined
    const cached = known.get(id)
    const changed = async (workplace: string): Promise<string> => `${found.mtimeMs} ${(await stat(workplaceFile(workplace))).mtimeMs}`
    const loaded = cached !== undefined && cached.changed === (await changed(cached.loaded.scenario.workplace)) ? cached.loaded : await read(file)
    known.set(id, { changed: await changed(loaded.scenario.workplace), loaded })
    return version === undefined || version === loaded.scenario.version ? loaded : undefined
  }

  const workplaceFile = (id: string): string => join(folder, 'workplaces', id, 'workplace.json')

  async function read(file: string): Promise<LoadedScenario> {
    const scenario = parse(scenarioSchema, file, await readFile(file, 'utf8'))
    const place = workplaceFile(scenario.workplace)
    const workplace = parse(workplaceSchema, place, await readFile(place, 'utf8'))
    const workplaceHash = hashOf(workplace)
    const assetHashes = Object.fromEntries(workplace.assets.map((asset) => [asset.id, asset.sha256]))
    return { scenario, workplace, workplaceHash, assetHashes, hash: hashOf({ scenario, workplaceHash, assetHashes }) }
  }

  return {
    load,
    async list() {
      const folders = (await readdir(join(folder, 'scenarios')).catch(absent)) ?? []
      const all = await Promise.all(folders.toSorted().map((id) => load(id)))
      return all.flatMap((loaded) => (loaded === undefined ? [] : [{ id: loaded.scenario.id, version: loaded.scenario.version }]))
    },
  }
}

function absent(cause: unknown): undefined {
  if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')) return undefined
  throw cause
}

function parse<T>(schema: { parse(value: unknown): T }, file: string, text: string): T {
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`${file} is not a valid document; \`npx sightline validate\` says where.`, { cause })
  }
}
