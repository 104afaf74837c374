import { expect, test } from 'vitest'
import { lead, live } from './live-view.fixture.ts'
import { helpWanted } from './help-wanted.ts'

test('COCK-11 who still waits for help stands before who has it, each in order, with what they are at', () => {
  const help = [
    { person: 'ana', helper: 'dee' },
    { person: 'bo', helper: null },
    { person: 'cem', helper: null },
  ]
  const leading = lead({ help: [{ person: 'bo', step: 's', helper: null, title: { en: 'Lock' } }] })
  const takeOver = { helper: 'dee', person: 'ana' }
  expect(helpWanted(live({ help, takeOver }), leading)).toEqual([
    { person: 'bo', helper: null, step: { en: 'Lock' }, taken: false },
    { person: 'cem', helper: null, step: null, taken: false },
    { person: 'ana', helper: 'dee', step: null, taken: true },
  ])
})
