import type { MemberKind } from '#shared/protocol/members.ts'
import { writable } from '#client/runtime/readable.ts'
import type { Readable } from '#client/runtime/readable.ts'
import { keepEqual } from './keep-equal.ts'

/** Who is in the room, as plain records. What did not change keeps its identity. */
export interface MembersClient {
  /** By person id; no spectators. */
  people: Readonly<Record<string, MemberClient>>
  spectators: number
  locked: boolean
  /** Who asks for attention: person id → name. */
  asking: Readonly<Record<string, string>>
}
export interface MemberClient {
  name: string
  kind: MemberKind
  /** Scenario role, '' for none. */
  role: string
  /** Of the avatar in pose frames, from 1; 0 while not connected. */
  slot: number
  connected: boolean
  /** The connection is lost, or this person alone pauses; others go on. */
  away: boolean
  /** Nobody: the authority fills the role. */
  bot: boolean
  muted: boolean
  /** Of this person's own things: `<entity>@<number>`; 0 for none. */
  number: number
  /** The thing, held by another, that this person holds a hand out for; '' for none. */
  reaching: string
  /** The person to whom this one offers to swap roles; '' for none. */
  offering: string
}

const nobody: MembersClient = { people: {}, spectators: 0, locked: false, asking: {} }

/** Mirrors who is in the room, patch by patch; tells only what changed. */
export function membersMirror(): { members: Readable<MembersClient>; update(next: MembersClient): void } {
  const members = writable(nobody)
  return {
    members,
    update(next) {
      const last = members.get()
      const people = keepEqual(last.people, next.people)
      const asking = keepEqual(last.asking, next.asking)
      const same =
        people === last.people &&
        asking === last.asking &&
        next.spectators === last.spectators &&
        next.locked === last.locked
      if (!same) members.set({ ...next, people, asking })
    },
  }
}
