import { Color, Matrix4, Quaternion, Vector3 } from 'three'
import type { MemberClient } from '#client/net/members.ts'
import type { Side } from '../device/body.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import type { Crowd } from './crowd.ts'
import type { Dress } from './crowd-mesh.ts'
import { createHandFigure, drawHand, followHand } from './hand-figure.ts'
import type { HandFigure } from './hand-figure.ts'
import type { Badge } from './labels.ts'
import { plateOpacity } from './labels.ts'
import { createTorso, followHead } from './torso.ts'
import type { Torso } from './torso.ts'

/** Another person, as drawn. */
export interface Person {
  readonly id: string
  member: MemberClient
  tile: number
  /** In heights of the plate. */
  plateWidth: number
  readonly tint: Color
  readonly head: Vector3
  readonly headRotation: Quaternion
  readonly torso: Torso
  readonly hands: Readonly<Record<Side, HandFigure>>
  speaking: boolean
  /** Eased towards `speaking`. */
  light: number
  /** From the eye to the head or the body below it, whichever is nearer. */
  distance: number
  near: boolean
  /** 0 on arrival, 1 when fully there. */
  shown: number
  /** Played in this frame. */
  played: boolean
}

export function createPerson(id: string, member: MemberClient): Person {
  return {
    id,
    member,
    tile: 0,
    plateWidth: 1,
    tint: new Color(),
    head: new Vector3(),
    headRotation: new Quaternion(),
    torso: createTorso(),
    hands: { left: createHandFigure('left'), right: createHandFigure('right') },
    speaking: false,
    light: 0,
    distance: 0,
    near: true,
    shown: 0,
    played: false,
  }
}

const ARRIVE_S = 0.4
const LIGHT_PER_S = 12
/** Nearer than the second a person is fully solid; nearer than the first, as faint as it gets. */
const SHEER_M = [0.3, 0.62] as const
const FAINTEST = 0.14
const AWAY_OPACITY = 0.45
const TORSO_M = 0.5
const PLATE_ABOVE_M = 0.2
const SHADOW_M = 0.34
const SHADOW = 0.5

const grey = new Color(0x8b959c)
const clothes: Dress = { tint: new Color(), opacity: 1, tile: 0, light: 0 }
const glove: Dress = { tint: new Color(0x7d8891), opacity: 1, tile: 0, light: 0 }
const cuff: Dress = { tint: clothes.tint, opacity: 1, tile: 0, light: 0 }
const below = new Vector3()
const plate = new Vector3()
const matrix = new Matrix4()
const yaw = new Quaternion()
const up = new Vector3(0, 1, 0)
const one = new Vector3(1, 1, 1)

/** Takes over a played pose, and what follows it smoothly. */
export function followPerson(
  person: Person,
  { pose }: PlayedPerson,
  held: (person: string, side: Side) => string | undefined,
  eye: Vector3,
  deltaS: number,
): void {
  const jumped = pose.discontinuity || person.shown === 0
  person.played = true
  person.head.fromArray(pose.head.position)
  person.headRotation.fromArray(pose.head.rotation)
  person.shown = Math.min(1, person.shown + deltaS / ARRIVE_S)
  person.light += (Number(person.speaking) - person.light) * Math.min(1, LIGHT_PER_S * deltaS)
  followHead(person.torso, person.head, person.headRotation, jumped, deltaS)
  followHand(person.hands.left, pose.left, held(person.id, 'left') !== undefined, jumped, deltaS)
  followHand(person.hands.right, pose.right, held(person.id, 'right') !== undefined, jumped, deltaS)
  const { position } = person.torso
  below.copy(position)
  below.y = Math.min(position.y, Math.max(position.y - TORSO_M, eye.y))
  person.distance = Math.min(eye.distanceTo(person.head), eye.distanceTo(below))
}

/** Opaque, except to an eye that is all but inside: nobody's face pops up before another's. */
export function opacityAt(distance: number): number {
  const t = Math.min(1, Math.max(0, (distance - SHEER_M[0]) / (SHEER_M[1] - SHEER_M[0])))
  return FAINTEST + (1 - FAINTEST) * t * t * (3 - 2 * t)
}

/**
 * @param index of this person in the frame, from 0
 * @param through it is looked through this person's eyes: only hands are there to be seen
 */
export function drawPerson(person: Person, index: number, into: Crowd, eye: Vector3, through: boolean): void {
  const { torso, member, near, tile } = person
  const gone = member.away || !member.connected
  const solid = person.shown * (gone ? AWAY_OPACITY : 1)
  if (through) {
    into.shadows.set(index, 0, 0, 0, 0)
    drawSide(person.hands.left, into, near, solid, null)
    drawSide(person.hands.right, into, near, solid, null)
    return
  }
  const opacity = solid * opacityAt(person.distance)
  const detail = near ? 'near' : 'far'
  clothes.tint.copy(person.tint)
  if (gone) clothes.tint.lerp(grey, 0.6)
  clothes.tile = tile
  clothes.light = 0
  clothes.opacity = opacity * torso.shown
  matrix.compose(torso.position, yaw.setFromAxisAngle(up, torso.yaw), one)
  into.torsos[detail].add(matrix, clothes)
  clothes.light = person.light
  clothes.opacity = opacity
  into.heads[detail].add(matrix.compose(person.head, person.headRotation, one), clothes)
  into.shadows.set(index, torso.position.x, torso.position.z, SHADOW_M, SHADOW * solid)
  drawSide(person.hands.left, into, near, solid, eye)
  drawSide(person.hands.right, into, near, solid, eye)
  plate.copy(person.head)
  plate.y += PLATE_ABOVE_M
  const shown = person.shown * plateOpacity(plate.distanceTo(eye))
  into.labels.add(plate, tile, person.plateWidth, badgeOf(person, gone), shown)
}

/** @param eye null: a hand of the one who looks, solid however near it is */
function drawSide(hand: HandFigure, into: Crowd, near: boolean, solid: number, eye: Vector3 | null): void {
  if (!hand.present) return
  glove.opacity = solid * (eye ? opacityAt(hand.grip.distanceTo(eye) + 0.2) : 1)
  cuff.opacity = glove.opacity
  drawHand(hand, into.bones, near, glove, cuff)
}

function badgeOf({ member, speaking }: Person, gone: boolean): Badge {
  return gone ? 'away' : member.muted ? 'muted' : speaking ? 'speaking' : null
}
