import type { WatchingWay } from '#shared/live/acts.ts'
import type { LiveView } from '#shared/live/view.ts'
import { writable } from '../readable.ts'
import type { Readable } from '../readable.ts'
import { whomToWatch } from './who.ts'

/** Whom this follower watches, and how. Only they change how; whom follows the attention when they named nobody. */
export interface Watching {
  /** `rewind`: the window shows what is past, whatever the way was. */
  readonly way: Readable<WatchingWay>
  /** Null: there is nobody to watch, or one does not. */
  readonly of: Readable<string | null>
  readonly offered: Readable<readonly WatchingWay[]>
  choose(way: WatchingWay, of?: string): void
  /** The way as chosen, as far as this device can. */
  readonly chosen: Exclude<WatchingWay, 'rewind'>
  /** Reckons anew; allocates only when the device changes. */
  settle(situation: Situation): void
}

export interface Situation {
  readonly live: Pick<LiveView, 'leader' | 'spotlight' | 'unshared'>
  readonly me: string
  isSeen(person: string): boolean
  readonly inVr: boolean
  /** The window is there for what is past alone. */
  readonly pastInWindow: boolean
}

const onScreen: readonly WatchingWay[] = ['free', 'window', 'beside', 'ghost', 'eyes']
const withoutBody: readonly WatchingWay[] = ['free', 'window', 'beside', 'eyes']
/** Nobody's head is moved by somebody else's. */
const inHeadset: readonly WatchingWay[] = ['free', 'window', 'beside', 'ghost']

export function createWatching(embodied: boolean): Watching {
  const flat = embodied ? onScreen : withoutBody
  const way = writable<WatchingWay>('free')
  const of = writable<string | null>(null)
  const offered = writable(flat)
  let wanted: Watching['chosen'] = 'free'
  let named: string | null = null
  let last: string | null = null

  const possible = (): Watching['chosen'] =>
    offered.get().includes(wanted) ? wanted : wanted === 'eyes' ? 'window' : 'free'

  return {
    way,
    of,
    offered,
    get chosen() {
      return possible()
    },
    choose(next, person) {
      if (next !== 'rewind') wanted = next
      else if (wanted === 'free') wanted = 'window'
      named = person ?? null
    },
    settle({ live, me, isSeen, inVr, pastInWindow }) {
      offered.set(inVr ? inHeadset : flat)
      const now = possible()
      of.set(now === 'free' ? null : whomToWatch(live, named, last, me, isSeen))
      last = of.get() ?? last
      way.set(pastInWindow && now !== 'window' && of.get() !== null ? 'rewind' : now)
    },
  }
}
