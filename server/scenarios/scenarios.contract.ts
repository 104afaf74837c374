import { describe, expect, test } from 'vitest'
import { contentHash, workplaceHash } from '#shared/scenario/content-hash.ts'
import type { Scenarios } from './scenarios.ts'

/** What an adapter under test brings: a fresh store that holds the small documents, and a way to change them. */
export interface ScenariosUnderTest {
  readonly scenarios: Scenarios
  /** Stores this text as the scenario of that id. */
  put(id: string, text: string): Promise<void>
  /** The text of the sound scenario that is there from the start, id `reading`, version 1.0.0. */
  readonly reading: string
}

export function scenariosContract(name: string, create: () => Promise<ScenariosUnderTest>): void {
  describe(`scenarios port: ${name}`, () => {
    test('SRC-01 lists what loads', async () => {
      const { scenarios } = await create()
      expect(await scenarios.list()).toEqual([{ id: 'reading', version: '1.0.0' }])
      expect((await scenarios.load('reading'))?.scenario.id).toBe('reading')
      expect((await scenarios.load('reading', '1.0.0'))?.workplace.id).toBe('cell')
    })

    test.each([
      'writing',
      '',
      '.',
      '..',
      '../scenarios/reading',
      '__proto__',
      'constructor',
      'reading\0',
      'READING',
    ])('SRC-02 knows nothing called %j', async (id) => {
      const { scenarios } = await create()
      expect(await scenarios.load(id)).toBeUndefined()
    })

    test('SRC-02 knows nothing of a name of 10,000 letters', async () => {
      const { scenarios } = await create()
      expect((await scenarios.load('a'.repeat(10_000))) === undefined).toBe(true)
    })

    test('SRC-02 knows no other version', async () => {
      const { scenarios } = await create()
      expect(await scenarios.load('reading', '1.0.1')).toBeUndefined()
    })

    test.each([
      ['no JSON', '{'],
      ['another schema', '{"schemaVersion": 2}'],
      ['a reference to nothing', ''],
    ])('SRC-03 %s is told, and hides nothing else', async (_name, text) => {
      const { scenarios, put, reading } = await create()
      await put(
        'broken',
        text ||
          reading
            .replaceAll('"id":"reading"', '"id":"broken"')
            .replaceAll('"entity":"book"', '"entity":"boook"'),
      )
      expect(await scenarios.list()).toEqual([{ id: 'reading', version: '1.0.0' }])
      expect(await scenarios.load('broken')).toBeUndefined()
      const [broken, sound] = await scenarios.check()
      expect({
        id: broken?.id,
        loaded: broken?.loaded,
        errors: broken?.findings.some(({ severity }) => severity === 'error'),
      }).toEqual({ id: 'broken', loaded: undefined, errors: true })
      expect({ id: sound?.id, findings: sound?.findings }).toEqual({ id: 'reading', findings: [] })
    })

    test('SRC-04 pins what it loads', async () => {
      const loaded = await (await create()).scenarios.load('reading')
      if (!loaded) throw new Error('not loaded')
      const { scenario, workplace, hash, workplaceHash: world, assetHashes } = loaded
      expect({ hash, world, assetHashes }).toEqual({
        hash: contentHash(scenario, workplace),
        world: workplaceHash(workplace),
        assetHashes: { cell: 'a'.repeat(64) },
      })
    })

    test('SRC-05 the same again, and another when it changed', async () => {
      const { scenarios, put, reading } = await create()
      const hashes = [(await scenarios.load('reading'))?.hash, (await scenarios.load('reading'))?.hash]
      await put('reading', reading.replace('Read with light.', 'Read by day.'))
      expect(new Set([...hashes, (await scenarios.load('reading'))?.hash]).size).toBe(2)
    })
  })
}
