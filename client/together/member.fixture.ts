import type { MemberClient, MembersClient } from '#client/net/members.ts'

export const member = (name: string, more: Partial<MemberClient> = {}): MemberClient => ({
  name,
  kind: 'participant',
  role: '',
  slot: 1,
  connected: true,
  away: false,
  bot: false,
  muted: false,
  number: 1,
  reaching: '',
  offering: '',
  ...more,
})

export const room = (people: MembersClient['people'], more: Partial<MembersClient> = {}): MembersClient => ({
  people,
  spectators: 0,
  locked: false,
  asking: {},
  ...more,
})
