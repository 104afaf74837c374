import { Vector3 } from 'three'
import type { Object3D, Quaternion, Texture } from 'three'
import type { MemberClient, MembersClient } from '#client/net/members.ts'
import type { Side } from '../device/body.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import { createCast } from './cast.ts'
import { heldOutHand } from './held-out-hand.ts'
import { lineUp } from './line-up.ts'
import { drawPerson, followPerson } from './person.ts'
import type { Person } from './person.ts'

export interface AvatarsOptions {
  scene: Object3D
  /** Light that people stand in. */
  environment: Texture | null
  /** Below the name on a plate; '' for nothing. */
  roleName(member: MemberClient): string
  /** What is in that hand. */
  held(person: string, side: Side): string | undefined
  thing(entity: string): Object3D | undefined
}

/** Everybody else in the room, as seen. */
export interface Avatars {
  /** Once a frame. The eye is where it is looked at from; of who is looked through only hands are drawn. */
  update(
    deltaS: number,
    people: readonly PlayedPerson[],
    members: MembersClient,
    eye: Vector3,
    eyeRotation: Quaternion,
    through?: string,
  ): void
  /** The light of who speaks. */
  speak(person: string, on: boolean): void
  /** Writes all plates anew, in another language. */
  relabel(): void
  dispose(): void
}

/** Who is that far behind the eye is not drawn. */
const BEHIND_M = 1.2

export function createAvatars(options: AvatarsOptions): Avatars {
  const { held, thing } = options
  const cast = createCast(options.scene, options.environment, options.roleName)
  const order: Person[] = []
  const ahead = new Vector3()
  const towards = new Vector3()
  let known: MembersClient | null = null

  const isInView = (person: Person, eye: Vector3) =>
    towards.subVectors(person.head, eye).dot(ahead) > -BEHIND_M

  function draw(count: number, eye: Vector3, deltaS: number, through: string) {
    const { crowd } = cast
    crowd.begin(eye, deltaS)
    for (let i = 0; i < count; i++) {
      const person = order[i]
      if (!person) continue
      drawPerson(person, i, crowd, eye, person.id === through)
      const hand = heldOutHand(person, held, thing)
      if (hand) crowd.halos.add(hand.grip)
    }
    crowd.end(count)
  }

  return {
    update(deltaS, people, members, eye, eyeRotation, through = '') {
      if (members !== known) cast.update(members)
      known = members
      ahead.set(0, 0, -1).applyQuaternion(eyeRotation)
      for (const person of cast.people) person.played = false
      let count = 0
      for (const played of people) {
        const person = cast.meet(played.person, members)
        if (!person) continue
        followPerson(person, played, held, eye, deltaS)
        if (isInView(person, eye)) order[count++] = person
      }
      // Who comes back fades in again.
      for (const person of cast.people) if (!person.played) person.shown = 0
      lineUp(order, count)
      draw(count, eye, deltaS, through)
    },
    speak(id, on) {
      const person = cast.person(id)
      if (person) person.speaking = on
    },
    relabel: cast.relabel,
    dispose: cast.dispose,
  }
}
