import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { smallScenario, smallWorkplace } from '#shared/scenario/small.fixture.ts'
import { scenariosContract } from '../scenarios.contract.ts'
import { folderScenarios } from './folder-scenarios.ts'

const reading = JSON.stringify(smallScenario)

async function createFolder() {
  const scenes = await mkdtemp(join(tmpdir(), 'scenes-'))
  const put = async (kind: string, id: string, text: string): Promise<void> => {
    await mkdir(join(scenes, kind, id), { recursive: true })
    await writeFile(join(scenes, kind, id, `${kind.slice(0, -1)}.json`), text)
  }
  await put('scenarios', 'reading', reading)
  await put('workplaces', 'cell', JSON.stringify(smallWorkplace))
  return { scenes, put, scenarios: folderScenarios(scenes, join(scenes, 'built')) }
}

scenariosContract('folder', async () => {
  const { scenarios, put } = await createFolder()
  return { scenarios, reading, put: (id, text) => put('scenarios', id, text) }
})

test('SRC-10 an unchanged file gives the very same documents, a changed one new ones', async () => {
  const { scenarios, put } = await createFolder()
  const once = await scenarios.load('reading')
  expect(await scenarios.load('reading')).toBe(once)
  await put('workplaces', 'cell', JSON.stringify({ ...smallWorkplace, version: '1.0.1' }))
  expect((await scenarios.load('reading'))?.workplace.version).toBe('1.0.1')
})

test('SRC-11 a folder of another name and a missing workplace are told', async () => {
  const { scenarios, put } = await createFolder()
  await put('scenarios', 'borrowed', reading)
  await put('scenarios', 'homeless', JSON.stringify({ ...smallScenario, id: 'homeless', workplace: 'attic' }))
  expect(
    (await scenarios.check()).map(({ id, findings }) => ({ id, codes: findings.map(({ code }) => code) })),
  ).toEqual([
    { id: 'borrowed', codes: ['other-folder'] },
    { id: 'homeless', codes: ['no-workplace'] },
    { id: 'reading', codes: [] },
  ])
})

test('SRC-12 the manifest decides which assets there are', async () => {
  const { scenes, scenarios } = await createFolder()
  expect(await scenarios.list()).toHaveLength(1)
  await mkdir(join(scenes, 'built'))
  await writeFile(join(scenes, 'built', 'manifest.json'), '{"assets": []}')
  expect(await scenarios.list()).toEqual([])
  await writeFile(join(scenes, 'built', 'manifest.json'), '{"assets": 1}')
  await expect(scenarios.list()).rejects.toThrow(/manifest\.json cannot be read/)
})
