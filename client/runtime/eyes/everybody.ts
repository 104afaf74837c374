import type { SessionLink } from '#client/net/session-link.ts'
import type { Body } from '../device/body.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import type { Others } from '../others.ts'
import { createOwnFigure } from './own-figure.ts'

/** All who are to be seen, the follower among them if they have a body; the same array every time. */
export function createEverybody(
  link: Pick<SessionLink, 'me' | 'members'>,
  others: Pick<Others, 'people'>,
  body: Body,
  embodied: boolean,
): (sessionMs: number) => readonly PlayedPerson[] {
  const own = createOwnFigure()
  const all: PlayedPerson[] = []
  return (sessionMs) => {
    if (!embodied || !Object.hasOwn(link.members.get().people, link.me.person)) return others.people
    let count = 0
    for (const each of others.people) all[count++] = each
    own.update(body, link.me.person, sessionMs)
    all[count++] = own.played
    if (all.length !== count) all.length = count
    return all
  }
}

export function findPerson(people: readonly PlayedPerson[], person: string | null): PlayedPerson | null {
  for (const each of people) if (each.person === person) return each
  return null
}
