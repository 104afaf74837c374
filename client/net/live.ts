import type { Annotation } from '#shared/live/state.ts'
import type { DrawingChange, LeadView, LiveView } from '#shared/live/view.ts'
import { writable } from '#client/runtime/readable.ts'
import type { Readable } from '#client/runtime/readable.ts'

export type Drawings = ReadonlyMap<string, Annotation>

/** The live session as the room tells it. */
export interface LiveMirror {
  /** As if nobody did anything, before the first message. */
  readonly live: Readable<LiveView>
  /** Only for those who lead or may moderate. */
  readonly lead: Readable<LeadView | null>
  /** By key, in order of beginning; what did not change keeps its identity. */
  readonly drawings: Readable<Drawings>
}

const nobody: readonly string[] = []
const quiet: LiveView = {
  leader: null,
  passedBy: null,
  followMe: false,
  spotlight: null,
  unshared: nobody,
  haltedBy: null,
  summons: null,
  lookHere: null,
  hands: nobody,
  mayDraw: { everybody: false, people: nobody, not: nobody },
  maySpeak: { everybody: true, people: nobody, not: nobody },
  help: [],
  takeOver: null,
  poll: null,
  watchers: {},
}

export function createLive() {
  const live = writable(quiet)
  const lead = writable<LeadView | null>(null)
  const drawings = writable<Drawings>(new Map())
  let waiting: DrawingChange[] = []
  return {
    live,
    lead,
    drawings,
    /** What comes before the code for it waits for it, in order; when it cannot be fetched, until the next change. */
    async drawn(changes: readonly DrawingChange[]) {
      waiting.push(...changes)
      const { drawOn } = await import('./draw-on.ts')
      drawings.set(drawOn(drawings.get(), waiting))
      waiting = []
    },
  }
}
