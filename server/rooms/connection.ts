import type { Client } from '@colyseus/core'
import type { LeadView } from '#shared/live/view.ts'
import type { Comer, Member } from '#server/sessions/seat.ts'
import type { Allowances, Rate } from './allowances.ts'
import type { LineSocket } from './line.ts'
import { Line } from './line.ts'

/** One client of the room: who is behind it, what it may do, how much, and over what line. */
export class Connection {
  readonly client: Client
  readonly who: Comer
  readonly member: Member
  /** Of the avatar; 0 for none. */
  readonly slot: number
  readonly line: Line
  /** The newest roster, and view of the live session for who leads, that it got. */
  roster = ''
  lead: LeadView | undefined
  readonly #allowances: Allowances

  constructor(client: Client, who: Comer, member: Member, slot: number, allowances: Allowances) {
    this.client = client
    this.who = who
    this.member = member
    this.slot = slot
    this.#allowances = allowances
    this.line = new Line(client.ref as unknown as LineSocket, () => performance.now())
  }

  /** Takes one; false when there were too many. */
  may(rate: Rate): boolean {
    return this.#allowances.take(this.who.person, rate)
  }
}
