import type { Debrief } from '#shared/session/debrief.ts'

/** What the server adds to the debrief of a run of several: names by person, and who of them reads it. */
export interface WhoIsWho {
  names: Readonly<Record<string, string>>
  me?: string
}
export type NamedDebrief = Debrief & Partial<WhoIsWho>

/** Own mistakes before those of the others; within both in the order in which they happened. */
export function ownFirst<T extends { actor: string }>(rows: readonly T[], me: string | undefined): T[] {
  return rows.toSorted((a, b) => Number(b.actor === me) - Number(a.actor === me))
}

/** "Ada, Bo"; '' where it was nobody's, or the run was of one. */
export function namesOf(
  people: readonly string[] | undefined,
  who: WhoIsWho | undefined,
  language: string,
): string {
  const names = (people ?? []).map((person) => who?.names[person] ?? '').filter(Boolean)
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}
