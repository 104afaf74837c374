import type { SessionLink } from '#client/net/session-link.ts'
import { newsOfPeople, newsOfThings } from './news.ts'
import type { News } from './news.ts'

/** Tells each change among the people once, as it happens. Returns what stops it. */
export function watchNews(
  { me, members, world }: Pick<SessionLink, 'me' | 'members' | 'world'>,
  tell: (news: News) => void,
): () => void {
  let people = members.get()
  let things = world.get().entities
  const stopMembers = members.subscribe((after) => {
    for (const news of newsOfPeople(people, after, me.person, world.get().entities)) tell(news)
    people = after
  })
  const stopWorld = world.subscribe(({ entities }) => {
    for (const news of newsOfThings(things, entities, me.person, members.get())) tell(news)
    things = entities
  })
  return () => {
    stopMembers()
    stopWorld()
  }
}
