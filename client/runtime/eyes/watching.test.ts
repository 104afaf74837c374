import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LiveAct, WatchingWay } from '#shared/live/acts.ts'
import { createWatchingTeller } from './tell-watching.ts'
import { createWatching } from './watching.ts'
import type { Situation } from './watching.ts'
import { whomToWatch } from './who.ts'

const live = (leader: string | null, spotlight: string | null = null, unshared: string[] = []) => ({
  leader,
  spotlight,
  unshared,
})
const seen = () => true
const now = (change: Partial<Situation> = {}): Situation => ({
  live: live('ana'),
  me: 'me',
  isSeen: seen,
  inVr: false,
  pastInWindow: false,
  ...change,
})

test('EYES-1 the named one, else the spotlight, else who leads, else the last', () => {
  expect(whomToWatch(live('ana', 'bo'), 'cem', 'dua', 'me', seen)).toBe('cem')
  expect(whomToWatch(live('ana', 'bo'), null, 'dua', 'me', seen)).toBe('bo')
  expect(whomToWatch(live('ana'), null, 'dua', 'me', seen)).toBe('ana')
  expect(whomToWatch(live(null), null, 'dua', 'me', seen)).toBe('dua')
  expect(whomToWatch(live(null), null, null, 'me', seen)).toBe(null)
})

test('EYES-1 never oneself, nobody unshared, nobody unseen', () => {
  const people = ['me', 'ana', 'bo', 'cem']
  const person = fc.option(fc.constantFrom(...people), { nil: null })
  fc.assert(
    fc.property(
      person,
      person,
      person,
      person,
      fc.subarray(people),
      fc.subarray(people),
      (leader, spotlight, named, last, unshared, visible) => {
        const whom = whomToWatch(live(leader, spotlight, unshared), named, last, 'me', (id) =>
          visible.includes(id),
        )
        if (whom === null) return
        expect(whom).not.toBe('me')
        expect(unshared).not.toContain(whom)
        expect(visible).toContain(whom)
      },
    ),
    { seed: 4301 },
  )
})

test('EYES-1 without a name one goes along with the attention; with one, not', () => {
  const watching = createWatching(true)
  watching.choose('window')
  watching.settle(now())
  expect(watching.of.get()).toBe('ana')
  watching.settle(now({ live: live('bo') }))
  expect(watching.of.get()).toBe('bo')
  watching.choose('window', 'ana')
  watching.settle(now({ live: live('bo') }))
  expect(watching.of.get()).toBe('ana')
})

test('EYES-2 nothing others do changes the way', () => {
  const situations = fc.record({
    live: fc.record({
      leader: fc.constantFrom(null, 'me', 'ana', 'bo'),
      spotlight: fc.constantFrom(null, 'me', 'bo'),
      unshared: fc.subarray(['ana', 'bo']),
    }),
    visible: fc.subarray(['ana', 'bo']),
  })
  fc.assert(
    fc.property(
      fc.constantFrom<WatchingWay>('free', 'window', 'beside', 'ghost', 'eyes'),
      fc.array(situations, { maxLength: 10 }),
      (way, moments) => {
        const watching = createWatching(true)
        watching.choose(way)
        for (const { live: state, visible } of moments) {
          watching.settle(now({ live: state, isSeen: (id) => visible.includes(id) }))
          expect(watching.way.get()).toBe(way)
          if (way === 'free') expect(watching.of.get()).toBe(null)
        }
      },
    ),
    { seed: 4302 },
  )
})

test('EYES-2 a headset has no eyes but the wearer’s own: until it is taken off there is the window', () => {
  const watching = createWatching(true)
  watching.choose('eyes')
  watching.settle(now({ inVr: true }))
  expect(watching.offered.get()).not.toContain('eyes')
  expect([watching.way.get(), watching.chosen]).toEqual(['window', 'window'])
  watching.choose('eyes', 'ana')
  watching.settle(now({ inVr: true }))
  expect(watching.way.get()).toBe('window')
  watching.settle(now())
  expect(watching.way.get()).toBe('eyes')
})

test('EYES-2 without a body there are no ghost hands', () => {
  const watching = createWatching(false)
  watching.choose('ghost', 'ana')
  watching.settle(now())
  expect(watching.offered.get()).not.toContain('ghost')
  expect(watching.way.get()).toBe('free')
})

test('EYES-63 who has a body looks back in the window, whatever the way', () => {
  const watching = createWatching(true)
  watching.choose('beside', 'ana')
  watching.settle(now({ pastInWindow: true }))
  expect([watching.way.get(), watching.chosen]).toEqual(['rewind', 'beside'])
  watching.settle(now())
  expect(watching.way.get()).toBe('beside')
})

test('EYES-3 the authority hears what is new, not too often, and always where it ends', () => {
  const ways = fc.constantFrom<WatchingWay>('free', 'window', 'beside', 'rewind')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(ways, fc.constantFrom(null, 'ana', 'bo'), fc.integer({ min: 1, max: 800 })), {
        minLength: 1,
        maxLength: 30,
      }),
      (moments) => {
        const told: { act: LiveAct; atMs: number }[] = []
        let atMs = 0
        const tell = createWatchingTeller(async (act) => void told.push({ act, atMs }))
        let last = { way: 'free' as WatchingWay, of: '' }
        for (const [way, of, forMs] of moments) {
          last = way === 'free' || of === null ? { way: 'free', of: '' } : { way, of }
          for (const untilMs = atMs + forMs; atMs < untilMs; atMs += 10) tell(way, of, atMs)
        }
        const [way, of] = moments.at(-1) ?? ['free', null]
        for (const untilMs = atMs + 2000; atMs < untilMs; atMs += 10) tell(way, of, atMs)
        const end = told.at(-1)?.act ?? { act: 'watch', way: 'free', of: '' }
        expect(end).toEqual({ act: 'watch', ...last })
        told.forEach((each, i) => {
          const before = told[i - 1]
          if (!before) return
          expect(each.atMs - before.atMs).toBeGreaterThanOrEqual(1500)
          expect(each.act).not.toEqual(before.act)
        })
      },
    ),
    { seed: 4303, numRuns: 200 },
  )
})
