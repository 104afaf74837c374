import type { LinkStatus, SessionLink } from '#client/net/session-link.ts'
import type { MemberClient, MembersClient } from '#client/net/members.ts'
import { writable } from '#client/runtime/readable.ts'
import type { ClockAnswer } from '#shared/protocol/members.ts'

type PlaybackLink = Pick<SessionLink, 'me' | 'members' | 'status' | 'onPoses' | 'requestClock'>

/** A line to a room with these people in it, for playback alone: person `p<slot>` at each slot. */
export function linkOf(
  slot: number,
  slots: readonly number[],
  requestClock: (t0: number) => Promise<ClockAnswer | null>,
): { link: PlaybackLink; hear(bytes: Uint8Array): void } {
  const listeners = new Set<(bytes: Uint8Array) => void>()
  const people = Object.fromEntries(slots.map((each) => [`p${each}`, member(each)]))
  return {
    link: {
      me: { person: `p${slot}`, kind: 'participant', moderates: false, role: '', spawn: '' },
      status: writable<LinkStatus>('online'),
      members: writable<MembersClient>({ people, spectators: 0, locked: false, asking: {} }),
      onPoses(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      requestClock,
    },
    hear(bytes) {
      for (const listener of listeners) listener(bytes)
    },
  }
}

const member = (slot: number): MemberClient => ({
  name: '',
  kind: 'participant',
  role: '',
  number: slot,
  slot,
  connected: true,
  away: false,
  bot: false,
  muted: false,
  reaching: '',
  offering: '',
})
