import type { Debrief } from '#shared/session/debrief.ts'

type Live = NonNullable<Debrief['live']>
export type Reader = { readonly person: string; readonly leads: boolean }
/** Names by person where there are several, and who of them reads it. */
export type ReadDebrief = Debrief & { names?: Record<string, string>; me?: string }

/** A debrief as this person may read it: what each watcher saw and answered is for who leads, and for the watcher. */
export async function debriefFor(
  made: Debrief,
  persons: readonly string[],
  { person, leads }: Reader,
  nameOf: (person: string) => Promise<string | undefined>,
): Promise<ReadDebrief> {
  const live = made.live && (leads ? made.live : withWatcher(made.live, person))
  const named = new Set([...persons, ...(live ? personsIn(live) : [])])
  const read = live ? { ...made, live } : made
  if (named.size < 2) return read
  const names = await Promise.all([...named].map(async (id) => [id, (await nameOf(id)) ?? ''] as const))
  return { ...read, names: Object.fromEntries(names), ...(named.has(person) ? { me: person } : {}) }
}

function withWatcher(live: Live, person: string): Live {
  return { ...live, watchers: live.watchers.filter((watcher) => watcher.person === person) }
}

function personsIn({ leaders, watchers, help, takeOvers }: Live): string[] {
  return [
    ...leaders.map(({ person }) => person),
    ...watchers.flatMap(({ person, steps }) => [person, ...steps.flatMap(({ of }) => of)]),
    ...help.map(({ person }) => person),
    ...takeOvers.flatMap(({ helper, person }) => [helper, person]),
  ]
}
