import type { Object3D, Texture } from 'three'
import type { MemberClient, MembersClient } from '#client/net/members.ts'
import { createCrowd } from './crowd.ts'
import type { Crowd } from './crowd.ts'
import { markOf } from './mark-of.ts'
import { createPerson } from './person.ts'
import type { Person } from './person.ts'
import { loadPlateFonts } from './tiles.ts'

/** Who is there to be drawn, each with a plate; room is made as people come. */
export interface Cast {
  readonly people: readonly Person[]
  readonly crowd: Crowd
  person(id: string): Person | undefined
  /** The person with this id, new or known; undefined for who is no member. */
  meet(id: string, members: MembersClient): Person | undefined
  /** Members changed: who left goes, who is called otherwise gets another plate. */
  update(members: MembersClient): void
  /** Writes all plates anew. */
  relabel(): void
  dispose(): void
}

const FIRST_CAPACITY = 8

export function createCast(
  scene: Object3D,
  environment: Texture | null,
  roleName: (member: MemberClient) => string,
): Cast {
  const byId = new Map<string, Person>()
  let people: readonly Person[] = []
  let crowd = createCrowd(scene, environment, FIRST_CAPACITY)
  let free = tilesFrom(1, FIRST_CAPACITY)
  let closed = false

  function write(person: Person) {
    const { name, slot } = person.member
    const mark = markOf(slot)
    person.tint.set(mark.colour)
    person.plateWidth = crowd.tiles.paint(person.tile, { name, role: roleName(person.member), mark })
  }
  function relabel() {
    if (!closed) for (const person of people) write(person)
  }
  function grow() {
    const { capacity } = crowd
    crowd.dispose()
    crowd = createCrowd(scene, environment, capacity * 2)
    free = tilesFrom(capacity + 1, capacity * 2)
    relabel()
  }

  void loadPlateFonts().then(relabel)
  return {
    get people() {
      return people
    },
    get crowd() {
      return crowd
    },
    person: (id) => byId.get(id),
    meet(id, members) {
      const known = byId.get(id)
      const member = members.people[id]
      if (known || !member) return known
      if (free.length === 0) grow()
      const person = createPerson(id, member)
      person.tile = free.pop() ?? 0
      byId.set(id, person)
      people = [...byId.values()]
      write(person)
      return person
    },
    update(members) {
      for (const person of people) {
        const next = members.people[person.id]
        if (!next) {
          byId.delete(person.id)
          free.push(person.tile)
        } else if (next !== person.member) {
          const before = person.member
          person.member = next
          if (isCalledOtherwise(before, next)) write(person)
        }
      }
      people = [...byId.values()]
    },
    relabel,
    dispose() {
      closed = true
      crowd.dispose()
      byId.clear()
      people = []
    },
  }
}

/** Who lost the connection has no slot meanwhile and keeps the mark. */
function isCalledOtherwise(before: MemberClient, next: MemberClient): boolean {
  return (
    before.name !== next.name ||
    before.role !== next.role ||
    before.kind !== next.kind ||
    (before.slot !== next.slot && next.slot !== 0)
  )
}

function tilesFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => last - i)
}
