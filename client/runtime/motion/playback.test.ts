import { expect, test } from 'vitest'
import type { LinkStatus } from '#client/net/session-link.ts'
import type { MembersClient } from '#client/net/members.ts'
import { writable } from '#client/runtime/readable.ts'
import { createPoseEncoder } from '#shared/poses/pose-encoder.ts'
import { createPlayback } from './playback.ts'
import { sample } from './samples.fixture.ts'

const seats = (slots: Readonly<Record<string, number>>): MembersClient => ({
  people: Object.fromEntries(
    Object.entries(slots).map(([person, slot]) => [
      person,
      {
        name: person,
        kind: 'participant',
        role: '',
        slot,
        connected: true,
        away: false,
        bot: false,
        muted: false,
        number: 1,
        reaching: '',
        offering: '',
      },
    ]),
  ),
  spectators: 0,
  locked: false,
  asking: {},
})

/** A room 1,000 ms older than this client's clock, with an encoder of its own; nothing takes time on the way. */
function roomInHand(slots: Readonly<Record<string, number>>) {
  let now = 0
  const members = writable(seats(slots))
  const encoder = createPoseEncoder()
  let listener: (bytes: Uint8Array) => void = () => {}
  const session = { answers: true, ahead: 1000 }
  const link = {
    me: { person: 'me', kind: 'participant' as const, moderates: false, role: '', spawn: '' },
    status: writable<LinkStatus>('online'),
    members,
    onPoses(next: typeof listener) {
      listener = next
      return () => {}
    },
    requestClock: async (t0: number) => (session.answers ? { t0, session: now + session.ahead } : null),
  }
  const playback = createPlayback({ link, nowMs: () => now })
  listener(encoder.key(0))
  return {
    playback,
    members,
    encoder,
    session,
    tell: (bytes: Uint8Array | null) => void (bytes && listener(bytes)),
    atMs: () => now + session.ahead,
    /** Frames of 10 ms; every 50 ms each named slot is at its place. */
    async run(ms: number, places: Readonly<Record<number, number>> = {}) {
      for (const untilMs = now + ms; now < untilMs; now += 10) {
        if (now % 50 === 0) {
          const ids = Object.keys(places).map(Number)
          for (const id of ids) encoder.put(id, sample(now + session.ahead, places[id] ?? 0))
          const frame = encoder.frame(ids, now + session.ahead)
          if (frame) listener(frame)
        }
        playback.step(now)
        await Promise.resolve().then(() => {})
      }
    },
    shown: () =>
      playback.people.map(({ person, slot, pose }) => [person, slot, Math.round(pose.head.position[0] ?? 0)]),
  }
}

test('MOT-40 the others are shown, oneself and unknown slots are not', async () => {
  const { run, shown } = roomInHand({ me: 1, ada: 2, alan: 0 })
  await run(1000, { 1: 5, 2: 7, 3: 9 })
  expect(shown()).toEqual([['ada', 2, 7]])
})

test('MOT-40 whose seat is told after the first poses is shown from then on', async () => {
  const { run, shown, members } = roomInHand({ me: 1 })
  await run(1000, { 2: 7 })
  members.set(seats({ me: 1, ada: 2 }))
  await run(100, { 2: 7 })
  expect(shown()).toEqual([['ada', 2, 7]])
})

test('MOT-41 a slot that goes to somebody else starts anew', async () => {
  const { run, shown, members } = roomInHand({ me: 1, ada: 2 })
  await run(1000, { 2: 7 })
  members.set(seats({ me: 1, alan: 2 }))
  await run(20)
  expect(shown()).toEqual([])
  await run(1000, { 2: 3 })
  expect(shown()).toEqual([['alan', 2, 3]])
})

test('MOT-41 who is gone from the room is gone at once', async () => {
  const { run, shown, encoder, tell, atMs } = roomInHand({ me: 1, ada: 2, alan: 3 })
  await run(1000, { 2: 7, 3: 8 })
  encoder.drop(2)
  tell(encoder.frame([], atMs()))
  await run(20)
  expect(shown()).toEqual([['alan', 3, 8]])
})

test('MOT-42 what cannot be read changes nothing, and a key frame goes on', async () => {
  const { run, shown, encoder, tell, atMs } = roomInHand({ me: 1, ada: 2 })
  await run(1000, { 2: 7 })
  tell(Uint8Array.of(9, 9, 9))
  encoder.put(2, sample(atMs(), 50))
  tell(encoder.frame([2], atMs()))
  await run(20)
  expect(shown()).toEqual([['ada', 2, 7]])
  tell(encoder.key(atMs()))
  await run(1000)
  expect(shown()).toEqual([['ada', 2, 50]])
})

test('MOT-43 who stood still before the clock was fixed is there once it is', async () => {
  const { run, shown, session } = roomInHand({ me: 1, ada: 2 })
  session.answers = false
  await run(500, { 2: 7 })
  expect(shown()).toEqual([])
  session.answers = true
  await run(3000)
  expect(shown()).toEqual([['ada', 2, 7]])
})

test('MOT-43 after a restart of the room the others go on', async () => {
  const { run, shown, session, playback } = roomInHand({ me: 1, ada: 2 })
  session.ahead = 500_000
  await run(2000, { 2: 7 })
  session.ahead = 0
  playback.clock.heard(2000, 2000, 2000)
  await run(3000, { 2: 8 })
  expect(shown()).toEqual([['ada', 2, 8]])
})

test('MOT-44 the same people and poses are there in every frame', async () => {
  const { run, playback } = roomInHand({ me: 1, ada: 2 })
  await run(1000, { 2: 7 })
  const { people } = playback
  const [ada] = people
  const pose = ada?.pose
  await run(500, { 2: 8 })
  expect([playback.people === people, people[0] === ada, people[0]?.pose === pose]).toEqual([
    true,
    true,
    true,
  ])
})
