import { Group, Quaternion, Vector3 } from 'three'
import type { Object3D } from 'three'
import type { SessionLink } from '#client/net/session-link.ts'
import type { PersonMark } from '../avatars/mark-of.ts'
import type { Body, Side } from '../device/body.ts'
import { createPace } from '../eyes/pace.ts'
import { watchHoldings } from '../holdings.ts'
import type { PlayedPose } from '../motion/played-pose.ts'
import type { Things } from '../things/things.ts'
import { watchActedOn } from './acted-on.ts'
import { createGhostAnchor } from './ghost-anchor.ts'
import { createGhostFrame, headingOf } from './ghost-frame.ts'
import { createGhostHands } from './ghost-hands.ts'
import { createNameTag } from './name-tag.ts'
import { twinOf } from './twin-of.ts'

export interface GhostsOptions {
  link: Pick<SessionLink, 'me' | 'members' | 'world' | 'view' | 'onCue'>
  things: Things
  body: Body
  inVr(): boolean
}

/** Somebody's hands in one's own reach, to be copied. */
export interface Ghosts {
  readonly root: Object3D
  readonly shown: number
  /** One's own thing that they stand by; '' for none: then they stand as to one's own body. */
  readonly by: string
  /** As in GhostHands. */
  readonly wrist: Float32Array
  /** Whose they are, in words. */
  write(text: string, mark: PersonMark): void
  update(deltaS: number, nowMs: number, how: GhostsLook): void
  dispose(): void
}

/** The same object in every frame. */
export interface GhostsLook {
  person: string | null
  pose: PlayedPose | null
  /** Where they are, to be marked, and not where they could be copied. */
  inPlace: boolean
  colour: string
  eye: Vector3
  eyeRotation: Quaternion
}

/** In reach after a step, and not behind one's back: only then hands stand by a thing. */
const REACH_M = 2.4
const IN_VIEW_RAD = 1.75
const LOOKS_PER_S = 2
const MARK_S = 0.25
/** The name stands above the higher wrist. */
const TAG_M = 0.16
/** A flat screen shows little below the middle: hands are that much farther ahead and higher, metres. */
const FLAT = { ahead: 0.4, up: 0.1 }

export function createGhosts({ link, things, body, inVr }: GhostsOptions): Ghosts {
  const hands = createGhostHands()
  const tag = createNameTag()
  const root = new Group()
  root.add(hands.root, tag.mesh)
  const anchor = createGhostAnchor()
  const actedOn = watchActedOn(link, things)
  const held = watchHoldings(link.world)
  const isDue = createPace(LOOKS_PER_S)
  const head = { position: new Vector3(), rotation: new Quaternion() }
  const own = { position: new Vector3(), rotation: body.headRotation }
  const place = new Vector3()
  const ahead = new Vector3()
  const still = createGhostFrame()
  let marked = 0
  let whose = ''
  let thing = ''
  let twin = ''

  const isThere = (id: string) => things.object(id)?.visible === true
  function isWithOthers(id: string) {
    const at = link.world.get().entities[id]?.place
    return at?.kind === 'held' && at.by !== link.me.person
  }
  function isNear(id: string) {
    const object = things.object(id)
    if (!object) return false
    object.getWorldPosition(place).sub(body.head)
    ahead.set(0, 0, -1).applyQuaternion(body.headRotation)
    return place.length() < REACH_M && place.angleTo(ahead) < IN_VIEW_RAD
  }
  /** Once they stand by a thing they stay there, until something else is acted on. */
  function chooseThing(person: string, nowMs: number) {
    const next = actedOn.last(person) ?? held(person, 'right') ?? held(person, 'left') ?? ''
    if (next !== thing) {
      thing = next
      twin = ''
    }
    if (thing === '' || twin !== '' || !isDue(nowMs)) return
    const number = link.members.get().people[link.me.person]?.number ?? 0
    const mine = twinOf(thing, number, { isThere, isWithOthers })
    if (mine !== undefined && isNear(mine)) twin = mine
  }
  function placeOwn() {
    own.position.copy(body.head)
    if (inVr()) return
    const yaw = headingOf(body.headRotation)
    own.position.y += FLAT.up
    own.position.x -= Math.sin(yaw) * FLAT.ahead
    own.position.z -= Math.cos(yaw) * FLAT.ahead
  }
  const moment = {
    key: '',
    onThing: false,
    thing() {
      const [theirs, mine] = [actedOn.stood(thing), actedOn.stood(twin)]
      return theirs && mine && { theirs, own: mine }
    },
    theirHead: head,
    ownHead: own,
  }
  const look = {
    pose: null as PlayedPose | null,
    holds: (side: Side) => held(whose, side) !== undefined,
    frame: anchor.frame,
    colour: '',
    opacity: 0,
  }

  return {
    root,
    write: tag.write,
    wrist: hands.wrist,
    get shown() {
      return hands.root.visible ? look.opacity : 0
    },
    get by() {
      return twin
    },
    update(deltaS, nowMs, { person, pose, inPlace, colour, eye, eyeRotation }) {
      if (person !== whose || inPlace) {
        anchor.forget()
        thing = twin = ''
        whose = person ?? ''
      }
      look.pose = person === null ? null : pose
      marked = Math.min(1, inPlace ? marked + deltaS / MARK_S : 0)
      if (person !== null && pose && !inPlace) {
        chooseThing(person, nowMs)
        head.position.fromArray(pose.head.position)
        head.rotation.fromArray(pose.head.rotation)
        moment.key = keyOf(person, link.view.get()?.step?.id ?? '', twin)
        placeOwn()
        moment.onThing = twin !== ''
        anchor.step(deltaS, moment)
      }
      look.colour = colour
      look.frame = inPlace ? still : anchor.frame
      look.opacity = inPlace ? marked : anchor.shown
      hands.update(deltaS, look)
      place.fromArray(hands.wrist)
      place.y += TAG_M
      tag.place(place, eye, eyeRotation, hands.root.visible && !inPlace ? look.opacity : 0)
    },
    dispose() {
      root.removeFromParent()
      actedOn.dispose()
      tag.dispose()
      hands.dispose()
    },
  }
}

const last = { person: '', step: '', twin: '', key: '' }
/** No text is made while nothing changes. */
function keyOf(person: string, step: string, twin: string): string {
  if (person === last.person && step === last.step && twin === last.twin) return last.key
  return Object.assign(last, { person, step, twin, key: `${person}|${step}|${twin}` }).key
}
