import type { SessionLink } from '#client/net/session-link.ts'
import { newsOfPeople, newsOfThings } from './news.ts'
import type { News } from './news.ts'

/** Tells each change among the people once, as it happens. Returns what stops it. */
export function watchNews(
  { me, members, world, onCue }: Pick<SessionLink, 'me' | 'members' | 'world' | 'onCue'>,
  tell: (news: News) => void,
): () => void {
  let before = members.get()
  let things = world.get().entities
  const stops = [
    members.subscribe((after) => {
      for (const news of newsOfPeople(before, after, me.person, world.get().entities)) tell(news)
      before = after
    }),
    world.subscribe(({ entities }) => {
      for (const news of newsOfThings(things, entities, me.person, members.get())) tell(news)
      things = entities
    }),
    onCue((cue) => {
      if (cue.kind !== 'removed') return
      const { [cue.person]: removed, ...people } = before.people
      if (!removed) return
      tell({ kind: 'removed', name: removed.name })
      // That this person is gone is told herewith.
      before = { ...before, people }
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
