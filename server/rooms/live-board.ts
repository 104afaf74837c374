import type { Client } from '@colyseus/core'
import type { LiveShown } from '#server/sessions/live-shown.ts'
import type { LiveState } from '#shared/live/state.ts'
import type { DrawingChange, LiveView } from '#shared/live/view.ts'
import type { RoomMessages } from '#shared/protocol/messages.ts'
import type { Connection } from './connection.ts'
import { isBehind, isDrained } from './heal-slow-clients.ts'
import { send } from './send.ts'
import { StateFlow } from './state-flow.ts'

/** What merely adds up (hands, watchers, answers) is told at most so often. */
const VIEW_MS = 250
/** Strokes grow this often before a crowd. */
const CROWD_DRAWING_MS = 100
/** Nobody may wait for these: whose eyes, whose hands, and whether time stands. */
const urgent = ['leader', 'takeOver', 'haltedBy', 'spotlight', 'summons', 'lookHere'] as const

export type LiveBoardOptions = {
  readonly live: LiveShown
  readonly connections: () => Iterable<Connection>
  readonly receivers: () => number
  readonly nowMs: () => number
  readonly after: (ms: number, callback: () => void) => void
}

/**
 * What a room tells of the live session: everybody the same bytes, who leads more besides. A reader who is behind is left
 * out, and gets the whole when there is room again.
 */
export class LiveBoard {
  readonly #options: LiveBoardOptions
  readonly #strokes: StateFlow
  readonly #behind = new Set<Client>()
  /** As told to everybody. */
  #told: { readonly of: LiveState; readonly view: LiveView } | undefined
  #viewAtMs = -Infinity
  #viewIsDue = false
  #drawn: LiveState | undefined
  #whole: { readonly of: LiveState; readonly drawings: DrawingChange[] } | undefined

  constructor(options: LiveBoardOptions) {
    this.#options = options
    const { receivers, nowMs, after } = options
    this.#drawn = options.live.state
    this.#strokes = new StateFlow({
      receivers,
      nowMs,
      after,
      crowdMs: CROWD_DRAWING_MS,
      send: () => this.#tellDrawings(),
    })
  }

  /** After each durable tick. */
  changed(): void {
    const { state } = this.#options.live
    if (state === undefined) return
    if (state !== this.#told?.of) this.#planView(state)
    if (state.annotations !== this.#drawn?.annotations) this.#strokes.changed()
  }

  /** Who comes in gets all of it with the first messages. */
  enter({ client }: Connection): void {
    this.#tellWhole(client)
  }
  exit(client: Client): void {
    this.#behind.delete(client)
  }

  /** To those who lead, when it says something new; and to those who have caught up. At most twice a second. */
  pulse(): void {
    const { live, connections } = this.#options
    for (const client of this.#behind) {
      if (!isDrained(client)) continue
      this.#behind.delete(client)
      this.#tellWhole(client)
    }
    for (const connection of connections()) {
      const { who, member, client } = connection
      // A host alone needs none of it; a page for instructors shows it from the beginning.
      const mayLead = member.moderates && (who.kind === 'instructor' || live.state !== undefined)
      if (!mayLead && live.state?.leader !== who.person) continue
      const lead = live.lead(who)
      if (lead === connection.lead || this.#isBehind(client)) continue
      connection.lead = lead
      send(client, 'lead', lead)
    }
  }

  #planView(state: LiveState): void {
    const { nowMs, after } = this.#options
    const last = this.#told?.of
    const isUrgent = last === undefined || urgent.some((key) => last[key] !== state[key])
    const waitMs = isUrgent ? 0 : this.#viewAtMs + VIEW_MS - nowMs()
    if (waitMs <= 0) return this.#tellView()
    if (this.#viewIsDue) return
    this.#viewIsDue = true
    after(waitMs, () => {
      this.#viewIsDue = false
      this.changed()
    })
  }

  #tellView(): void {
    const { live, nowMs } = this.#options
    const view = live.view()
    if (live.state === undefined || view === undefined) return
    const isNew = view !== this.#told?.view
    this.#told = { of: live.state, view }
    if (!isNew) return
    this.#viewAtMs = nowMs()
    this.#toAll('live', view)
  }

  #tellDrawings(): void {
    const { live } = this.#options
    const changes = live.drawnSince(this.#drawn)
    this.#drawn = live.state
    if (changes.length > 0) this.#toAll('drawings', changes)
  }

  #toAll<Name extends 'live' | 'drawings'>(name: Name, message: RoomMessages[Name]): void {
    for (const { client } of this.#options.connections())
      if (!this.#isBehind(client)) send(client, name, message)
  }

  #isBehind(client: Client): boolean {
    if (isBehind(client)) this.#behind.add(client)
    return this.#behind.has(client)
  }

  /** Drawings as far as everybody has been told: what follows goes on from there. */
  #tellWhole(client: Client): void {
    const view = this.#options.live.view()
    if (view === undefined) return
    send(client, 'live', view)
    const of = this.#drawn
    if (of === undefined) return
    if (this.#whole?.of !== of)
      this.#whole = { of, drawings: [{ kind: 'reset', annotations: of.annotations }] }
    send(client, 'drawings', this.#whole.drawings)
  }
}
