import { expect, test } from 'vitest'
import { twinOf } from './twin-of.ts'
import { besideOf, ghostOf, guideOf } from './whom.ts'

const live = {
  leader: null as string | null,
  help: [] as { person: string; helper: string | null }[],
  takeOver: null,
}

test('GUIDE-20 who helps shows their hands, else whom one watches that way', () => {
  const helped = { ...live, help: [{ person: 'me', helper: 'bo' }] }
  expect(ghostOf(helped, 'me', 'free', null)).toBe('bo')
  expect(ghostOf(helped, 'me', 'ghost', 'ana')).toBe('bo')
  expect(ghostOf({ ...live, takeOver: { helper: 'cem', person: 'me' } }, 'me', 'free', null)).toBe('cem')
  expect(ghostOf(helped, 'other', 'ghost', 'ana')).toBe('ana')
  expect(ghostOf(live, 'me', 'window', 'ana')).toBe(null)
  expect(ghostOf({ ...live, help: [{ person: 'me', helper: null }] }, 'me', 'free', null)).toBe(null)
})

test('GUIDE-5 nobody is their own guide; a helper comes before whom one watches, and they before who leads', () => {
  const led = { ...live, leader: 'ana' }
  expect(guideOf(led, 'me', 'free', null)).toBe('ana')
  expect(guideOf(led, 'ana', 'free', null)).toBe(null)
  expect(guideOf(led, 'me', 'beside', 'bo')).toBe('bo')
  expect(guideOf(led, 'me', 'free', 'bo')).toBe('ana')
  expect(guideOf({ ...led, help: [{ person: 'me', helper: 'cem' }] }, 'me', 'beside', 'bo')).toBe('cem')
})

test('GUIDE-22 of personal things the own one stands for another’s, of others the thing itself if nobody has it', () => {
  const there = ['lock@1', 'lock@2', 'valve', 'wrench']
  const room = { isThere: (id: string) => there.includes(id), isWithOthers: (id: string) => id === 'wrench' }
  expect(twinOf('lock@1', 2, room)).toBe('lock@2')
  expect(twinOf('lock@1', 3, room)).toBe(undefined)
  expect(twinOf('valve', 2, room)).toBe('valve')
  expect(twinOf('wrench', 2, room)).toBe(undefined)
})

test('GUIDE-6 who stands beside somebody sees their hands marked where they are, unless somebody helps', () => {
  expect(besideOf(live, 'me', 'beside', 'ana')).toBe('ana')
  expect(besideOf(live, 'me', 'window', 'ana')).toBe(null)
  expect(besideOf({ ...live, help: [{ person: 'me', helper: 'bo' }] }, 'me', 'beside', 'ana')).toBe(null)
})
