import type { Person } from './person.ts'

/** At most so many people are drawn with all their joints. */
export const MOST_NEAR = 16
/** Nearer than the first a person has all joints; farther than the second no more. */
const DETAIL_M = [4, 4.8] as const

/** Sorts the first `count` people, farthest first (what is seen through somebody is there already), and decides on their detail. */
export function lineUp(people: Person[], count: number): void {
  for (let i = 1; i < count; i++) {
    const person = people[i]
    if (!person) continue
    let at = i
    for (; at > 0; at--) {
      const before = people[at - 1]
      if (!before || before.distance >= person.distance) break
      people[at] = before
    }
    people[at] = person
  }
  for (let i = 0; i < count; i++) {
    const person = people[i]
    if (!person) continue
    const limit = person.near ? DETAIL_M[1] : DETAIL_M[0]
    person.near = count - i <= MOST_NEAR && person.distance < limit
  }
}
