import { expect, test } from 'vitest'
import { extinguish } from '#shared/procedure/extinguish.fixture.ts'
import { kitchen } from '#shared/procedure/kitchen.fixture.ts'
import { clientEdition } from './client-edition.ts'

const edition = clientEdition(
  extinguish,
  kitchen,
  'hash',
  ({ file }) => `/assets/built/${file}`,
  (mode) => mode !== 'exam',
)

test('SES-44 the edition holds nothing that judges or foretells, not even which things belong together', () => {
  const keys = new Set<string>()
  JSON.stringify(edition, (key, value: unknown) => {
    keys.add(key)
    return value
  })
  for (const telling of [
    'procedure',
    'rules',
    'scoring',
    'tests',
    'outcomes',
    'debrief',
    'groups',
    'simulations',
    'variables',
    'zones',
  ])
    expect(keys).not.toContain(telling)
})

test('SES-45 a mode that needs a grant is told, and that it is closed', () => {
  expect(edition.modes.map(({ name, open }) => [name, open])).toContainEqual(['exam', false])
})
