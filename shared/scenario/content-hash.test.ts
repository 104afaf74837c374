import { describe, expect, test } from 'vitest'
import { assetHashes, contentHash, workplaceHash } from './content-hash.ts'
import { formatScenario, formatWorkplace } from './format-document.ts'
import { parseScenario, parseWorkplace } from './parse-document.ts'
import { changed, smallScenario, smallWorkplace } from './small.fixture.ts'

describe('content hash', () => {
  const { scenario, workplace } = changed()
  const hash = contentHash(scenario, workplace)

  test('SCN-41 the order of keys and spelled-out defaults do not matter', () => {
    const reordered = parseScenario(
      JSON.stringify(Object.fromEntries(Object.entries(smallScenario).toReversed())),
    )
    const spelled = parseScenario(formatScenario(scenario))
    expect([reordered, spelled].map((read) => read.ok && contentHash(read.value, workplace))).toEqual([
      hash,
      hash,
    ])
  })

  test('SCN-41 a text, the world and an asset do', () => {
    const other = [
      changed((d) => void (d.scenario.title.en = 'Writing')),
      changed((d) => void (d.workplace.entities[0].transform.position = [0, 1, -2])),
      changed((d) => void (d.workplace.assets[0].sha256 = 'b'.repeat(64))),
    ].map((documents) => contentHash(documents.scenario, documents.workplace))
    expect(new Set([hash, ...other]).size).toBe(4)
  })

  test('SCN-41 is what it was: a change of the definition would orphan every record', () => {
    expect({
      hash,
      workplace: workplaceHash(workplace),
      assets: assetHashes(workplace),
    }).toMatchInlineSnapshot(`
      {
        "assets": {
          "cell": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        },
        "hash": "4953e71aa8f50869d0efb4cf50d8d9e4fa75b53f9eb3777933af9a39646a9a08",
        "workplace": "bcda9adb794b2f11ed37e650c0e00a3582afcd359d9f7fdfb4ad7e4c31cce70b",
      }
    `)
  })
})

describe('format', () => {
  test('SCN-40 formatting twice changes nothing, and keys stand in the order of the schema', () => {
    const { scenario, workplace } = changed()
    const once = formatScenario(scenario)
    const again = parseScenario(once)
    expect(again.ok && formatScenario(again.value)).toBe(once)
    const world = parseWorkplace(
      JSON.stringify(Object.fromEntries(Object.entries(smallWorkplace).toReversed())),
    )
    expect(world.ok && formatWorkplace(world.value)).toBe(formatWorkplace(workplace))
    expect(once.endsWith('}\n')).toBe(true)
    expect(once.split('\n')[1]).toBe('  "schemaVersion": 2,')
  })
})
