import { writable } from '#client/runtime/readable.ts'
import type { Readable } from '#client/runtime/readable.ts'
import type { SessionLink } from '#client/net/session-link.ts'

/** Is the scenario for several people? */
export const isForSeveral = ({ edition }: Pick<SessionLink, 'edition'>): boolean =>
  edition.roles.reduce((people, { max = 1 }) => people + max, 0) > 1

/** Is the run for several people, or anybody else there? Then the page loads what shows them. */
export function isTogether(link: Pick<SessionLink, 'edition' | 'members'>): Readable<boolean> {
  const known = () => {
    const { people, spectators } = link.members.get()
    return isForSeveral(link) || spectators > 0 || Object.keys(people).length > 1
  }
  return {
    get: known,
    subscribe(callback) {
      const last = writable(known())
      const offLast = last.subscribe(callback)
      const offMembers = link.members.subscribe(() => last.set(known()))
      return () => {
        offMembers()
        offLast()
      }
    },
  }
}
