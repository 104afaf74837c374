import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import { createPace } from './pace.ts'
import { createPersonMemory } from './person-memory.ts'
import type { PersonMemory } from './person-memory.ts'

export const kept = { ms: 30_000, perSecond: 30, people: 64 } as const

/** The last half minute as it was shown here: everybody, and the public world. Its memory is bounded, and a frame allocates nothing. */
export interface History {
  /** Session ms; both NaN while nothing is kept. */
  readonly oldestMs: number
  readonly newestMs: number
  /** Once a frame: what is shown at a session time. */
  record(sessionMs: number, people: readonly PlayedPerson[], world: PublicWorldClient): void
  /** Goes to a session time; `people` and `world` are then as they were shown. */
  look(sessionMs: number): void
  readonly people: readonly PlayedPerson[]
  readonly world: PublicWorldClient | null
  forget(): void
}

/** Frames come unevenly: some more than needed. */
const ROWS = Math.ceil((kept.ms / 1000) * kept.perSecond * 1.02) + 2
/** Between rows farther apart nobody was watching. */
const LONGEST_GAP_MS = 250
/** A look farther from the one before is a leap. */
const LEAP_MS = 500
const OTHER_CLOCK_MS = 1000

export function createHistory(): History {
  const times = new Float64Array(ROWS)
  const worlds: (PublicWorldClient | null)[] = Array.from({ length: ROWS }, () => null)
  const byPerson = new Map<string, PersonMemory>()
  let memories: PersonMemory[] = []
  let leapt = new Set<string>()
  let isDue = createPace(kept.perSecond)
  let first = 0
  let count = 0
  const people: PlayedPerson[] = []
  let world: PublicWorldClient | null = null
  let lookedMs = Number.NaN
  let lookedAt = 0

  const row = (i: number) => (first + i) % ROWS
  const timeOf = (i: number) => (count === 0 ? Number.NaN : (times[row(i)] ?? 0))

  function memoryOf({ person, slot }: PlayedPerson): PersonMemory | undefined {
    const known = byPerson.get(person)
    if (known) return known
    for (const [id, memory] of byPerson) if (memory.isEmpty()) byPerson.delete(id)
    if (byPerson.size >= kept.people) return undefined
    const memory = createPersonMemory(ROWS, person, slot)
    byPerson.set(person, memory)
    memories = [...byPerson.values()]
    return memory
  }

  function forget() {
    byPerson.clear()
    memories = []
    leapt = new Set()
    isDue = createPace(kept.perSecond)
    worlds.fill(null)
    people.length = 0
    world = null
    count = first = 0
    lookedMs = Number.NaN
  }

  /** Row that is not later; the first one when all are. */
  function find(sessionMs: number): number {
    let low = 0
    let high = count - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (timeOf(middle) <= sessionMs) low = middle
      else high = middle - 1
    }
    return low
  }

  function passedCut(memory: PersonMemory, from: number, to: number): boolean {
    for (let i = Math.min(from, to) + 1; i <= Math.max(from, to); i += 1)
      if (memory.isCut(row(i))) return true
    return false
  }

  return {
    people,
    get world() {
      return world
    },
    get oldestMs() {
      return timeOf(0)
    },
    get newestMs() {
      return timeOf(count - 1)
    },
    forget,
    record(sessionMs, shown, shownWorld) {
      if (sessionMs < timeOf(count - 1) - OTHER_CLOCK_MS) forget()
      for (const { person, pose } of shown) if (pose.discontinuity) leapt.add(person)
      if (sessionMs <= timeOf(count - 1) || !isDue(sessionMs)) return
      if (count < ROWS) count += 1
      else {
        first = row(1)
        lookedAt -= 1
      }
      const to = row(count - 1)
      times[to] = sessionMs
      worlds[to] = shownWorld
      for (const memory of memories) memory.write(to, null, false)
      for (const each of shown) memoryOf(each)?.write(to, each, leapt.delete(each.person))
    },
    look(sessionMs) {
      if (count === 0) return
      let there = 0
      const i = find(sessionMs)
      const j = Math.min(i + 1, count - 1)
      const gapMs = timeOf(j) - timeOf(i)
      const share = gapMs > 0 && gapMs <= LONGEST_GAP_MS ? Math.max(0, (sessionMs - timeOf(i)) / gapMs) : 0
      const leap = !(Math.abs(sessionMs - lookedMs) <= LEAP_MS)
      for (const memory of memories) {
        const jumped = leap || passedCut(memory, lookedAt, i)
        if (memory.read(row(i), row(j), Math.min(1, share), jumped)) people[there++] = memory.played
      }
      if (people.length !== there) people.length = there
      world = worlds[row(i)] ?? null
      lookedMs = sessionMs
      lookedAt = i
    },
  }
}
