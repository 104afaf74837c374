import { MathUtils, Vector3 } from 'three'
import type { ClientWorkplace } from '#shared/protocol/views.ts'
import type { Body, Side } from './device/body.ts'
import type { ScreenDevice } from './device/screen-device.ts'
import type { Interactable, Wording } from './interaction/interactables.ts'
import { createHit, pickRay } from './interaction/pick.ts'
import { findPath } from './locomotion/find-path.ts'
import type { Floor } from './locomotion/floor.ts'
import type { Readable, Writable } from './readable.ts'
import type { Things } from './things/things.ts'
import type { VrView } from './vr-view.ts'

export interface TravelOptions {
  screen: ScreenDevice
  floor: Floor
  things: Things
  workplace: ClientWorkplace
  interactables: Readable<readonly Interactable[]>
  focused: Writable<string | null>
  body: Body
  wording: Wording
  announce(text: string, urgency: 'polite' | 'assertive'): void
  vr(): VrView | null
  settle(): void
}

const STAND_M = 0.95
/** Nobody is walked into a fire. */
const STAND_OFF_M = 2.4
const FARTHEST_LOOK_M = 5

/** Going to places and looking at things by name: what keyboard, mirror and screen reader steer by. */
export function createTravel(options: TravelOptions) {
  const { screen, floor, things, workplace, interactables, focused, body, wording, announce } = options
  const hit = createHit()
  const point = new Vector3()
  let pendingPlace: { x: number; z: number; yaw: number } | null = null
  const forward = new Vector3()
  const isSolid = (target: { id: string }) =>
    things.sideOf(target.id) === undefined &&
    things.sideOf(things.document(target.id)?.parent ?? '') === undefined
  const centreOf = (entity: string, out: Vector3) => {
    const target = things.target(entity)
    return target ? target.box.getCenter(out).applyMatrix4(target.object.matrixWorld) : out.copy(body.head)
  }

  function headYaw() {
    forward.set(0, 0, -1).applyQuaternion(body.headRotation)
    return Math.atan2(-forward.x, -forward.z)
  }
  function goTo(place: { position: readonly number[]; yawDegrees: number }) {
    const [x = 0, , z = 0] = place.position
    const yaw = MathUtils.degToRad(place.yawDegrees)
    const vr = options.vr()
    if (vr) vr.place(body, x, z, yaw)
    else screen.place(x, z, yaw)
    options.settle()
  }
  function aimAt(entity: string | null) {
    const spot = new Vector3()
    screen.aimAt(entity === null ? null : () => centreOf(entity, spot))
  }
  function focus(entity: string | null) {
    focused.set(entity)
    if (entity !== null && !options.vr() && things.sideOf(entity) === undefined)
      screen.face(centreOf(entity, new Vector3()))
  }
  async function walk(
    name: string,
    isGoal: (x: number, z: number) => boolean,
    yaw?: number,
  ): Promise<boolean> {
    const vr = options.vr()
    if (!vr) {
      const there = await screen.walk(isGoal)
      announce(wording.words(there ? 'walk.arrived' : 'walk.no-way', { name }), 'polite')
      return there
    }
    const path = findPath(floor, [body.head.x, body.head.z], isGoal)
    const last = path?.at(-1)
    if (last) vr.place(body, last[0], last[1], yaw ?? headYaw())
    return path !== null
  }

  return {
    aimAt,
    focus,
    goTo,
    async walkTo(place: string): Promise<boolean> {
      if (place === 'safe-place') {
        const [x, , z] = workplace.safePlace.position
        return walk(wording.name(place), (px, pz) => Math.hypot(px - x, pz - z) < 0.3)
      }
      const spot = workplace.teleportSpots.find(({ id }) => id === place)
      if (spot) return walk(place, (px, pz) => Math.hypot(px - spot.position[0], pz - spot.position[2]) < 0.3)
      const document = things.document(place)
      if (!document) return false
      const at = centreOf(place, new Vector3())
      const near = document.hazards.includes('fire') ? STAND_OFF_M : STAND_M
      const there = await walk(wording.name(place), (px, pz) => Math.hypot(px - at.x, pz - at.z) <= near)
      if (there && !options.vr()) screen.face(at)
      return there
    },
    /** Where somebody calls one to: metres on the floor, yaw in radians. */
    async comeTo(name: string, x: number, z: number, yaw: number) {
      const there = await walk(name, (px, pz) => Math.hypot(px - x, pz - z) < 0.3, yaw)
      if (there && !options.vr())
        screen.face(new Vector3(x - Math.sin(yaw) * 3, body.head.y, z - Math.cos(yaw) * 3))
    },
    cycle(direction: 1 | -1): boolean {
      const items = interactables.get()
      if (items.length === 0) return false
      const now = items.findIndex(({ entity }) => entity === focused.get())
      const next = now < 0 ? (direction > 0 ? 0 : items.length - 1) : now + direction
      const item = items[next]
      // Past either end the browser moves on: the scene is no keyboard trap.
      focus(item?.entity ?? null)
      if (!item) return false
      const actions = item.actions.map(({ label }) => label).join(', ')
      announce(`${item.name}. ${actions}.`, 'assertive')
      return true
    },
    leaveCycle(): boolean {
      if (focused.get() === null) return false
      focus(null)
      return true
    },
    /** What the crosshair rests on: where a held tool points. */
    lookPoint(side: Side): Vector3 {
      const hand = body[side]
      pickRay(things.solids, isSolid, hand.rayOrigin, hand.rayDirection, 0, hit)
      const toFloor = hand.rayDirection.y < -0.01 ? -hand.rayOrigin.y / hand.rayDirection.y : Infinity
      const distance = MathUtils.clamp(Math.min(hit.distance, toFloor), 0.9, FARTHEST_LOOK_M)
      return point.copy(hand.rayDirection).multiplyScalar(distance).add(hand.rayOrigin)
    },
    recentre() {
      const { x, z } = body.head
      const onFloor = floor.canStand(x, z)
        ? ([x, z] as const)
        : findPath(floor, [x, z], floor.canStand)?.at(-1)
      const [homeX, , homeZ] = workplace.panel.position
      const [px, pz] = onFloor ?? [workplace.safePlace.position[0], workplace.safePlace.position[2]]
      goTo({ position: [px, 0, pz], yawDegrees: MathUtils.radToDeg(Math.atan2(px - homeX, pz - homeZ)) })
    },
    /** The device moved its own origin. */
    recentred() {
      body.discontinuity = true
      options.settle()
    },
    /** Into or out of the headset: the feet stay on the spot. */
    changedDevice() {
      const { x, z } = body.head
      const yaw = headYaw()
      const vr = options.vr()
      if (!vr) screen.place(x, z, yaw)
      else pendingPlace = { x, z, yaw }
      options.settle()
    },
    /** The headset's first pose is known: put its feet where the person stood. */
    arrive() {
      const vr = options.vr()
      if (!vr || !pendingPlace) return
      vr.place(body, pendingPlace.x, pendingPlace.z, pendingPlace.yaw)
      pendingPlace = null
      options.settle()
    },
  }
}
