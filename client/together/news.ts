import type { MemberClient, MembersClient } from '#client/net/members.ts'
import type { PublicWorldClient } from '#client/net/public-world.ts'

/** Something that just changed among the people, told once. `name` is '' for who gave none; `role` and `thing` are ids. */
export type News =
  | { kind: 'joined' | 'left' | 'removed' | 'lost' | 'away' | 'back' | 'asks'; name: string }
  | { kind: 'bot' | 'myRole'; role: string }
  | { kind: 'role' | 'offered'; name: string; role: string }
  | { kind: 'reaching' | 'handedToMe' | 'handedOn'; name: string; thing: string }
  | { kind: 'noRole' | 'locked' | 'unlocked' | 'muted' | 'unmuted' }

type Things = PublicWorldClient['entities']

/** What changed between two states of the room, as person `me` is told it. */
export function newsOfPeople(
  before: MembersClient,
  after: MembersClient,
  me: string,
  things: Things,
): News[] {
  // Who was here when I came in is no news.
  if (Object.keys(before.people).length === 0) return []
  return [
    ...Object.entries(after.people).flatMap(([person, now]) => {
      const then = before.people[person]
      if (person === me) return then ? newsOfMe(then, now) : []
      return newsOfOther(then, now, me, things)
    }),
    ...Object.entries(before.people)
      .filter(([person, { bot }]) => !bot && person !== me && !Object.hasOwn(after.people, person))
      .map(([, { name }]): News => ({ kind: 'left', name })),
    ...Object.entries(after.asking)
      .filter(([person]) => person !== me && !Object.hasOwn(before.asking, person))
      .map(([, name]): News => ({ kind: 'asks', name })),
    ...(before.locked === after.locked ? [] : [{ kind: after.locked ? 'locked' : 'unlocked' } as const]),
  ]
}

function newsOfOther(
  before: MemberClient | undefined,
  now: MemberClient,
  me: string,
  things: Things,
): News[] {
  const { name, role, reaching } = now
  if (before === undefined) return [now.bot ? { kind: 'bot', role } : { kind: 'joined', name }]
  const news: News[] = []
  if (before.connected && !now.connected) news.push({ kind: 'lost', name })
  else if (!before.away && now.away && now.connected) news.push({ kind: 'away', name })
  else if (isHere(now) && !isHere(before)) news.push({ kind: 'back', name })
  if (role !== before.role && role !== '') news.push({ kind: 'role', name, role })
  if (now.offering === me && before.offering !== me) news.push({ kind: 'offered', name, role })
  if (reaching !== '' && reaching !== before.reaching && holderOf(things, reaching) === me)
    news.push({ kind: 'reaching', name, thing: reaching })
  return news
}

function newsOfMe(before: MemberClient, now: MemberClient): News[] {
  const news: News[] = []
  if (now.role !== before.role)
    news.push(now.role === '' ? { kind: 'noRole' } : { kind: 'myRole', role: now.role })
  if (now.muted !== before.muted) news.push({ kind: now.muted ? 'muted' : 'unmuted' })
  return news
}

/** A thing that goes from hand to hand without being free in between was handed over. */
export function newsOfThings(before: Things, after: Things, me: string, { people }: MembersClient): News[] {
  if (before === after) return []
  return Object.keys(after).flatMap((thing): News[] => {
    if (before[thing] === after[thing]) return []
    const from = holderOf(before, thing)
    const to = holderOf(after, thing)
    if (from === null || to === null || from === to) return []
    if (to === me) return [{ kind: 'handedToMe', name: people[from]?.name ?? '', thing }]
    return from === me ? [{ kind: 'handedOn', name: people[to]?.name ?? '', thing }] : []
  })
}

function holderOf(things: Things, thing: string): string | null {
  const place = things[thing]?.place
  return place?.kind === 'held' ? place.by : null
}

const isHere = ({ connected, away }: MemberClient) => connected && !away
