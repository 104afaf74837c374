import { Group, Vector3 } from 'three'
import type { Object3D, Quaternion } from 'three'
import type { Anchor, PointMm } from '#shared/live/acts.ts'
import type { PersonMark } from '../avatars/mark-of.ts'
import { createNameTag } from './name-tag.ts'
import { ping as times, pingAt, pingPlace } from './ping-times.ts'
import { createRing } from './ring.ts'

/** Signs that people make somewhere, each for a moment. */
export interface Pings {
  readonly root: Object3D
  /** Where the newest is; null: nowhere. */
  readonly newest: Vector3 | null
  /** Names of those whose are to be seen. */
  readonly from: readonly string[]
  add(ping: { by: string; name: string; mark: PersonMark; anchor: Anchor; at: PointMm }): void
  update(deltaS: number, eye: Vector3, eyeRotation: Quaternion, still: boolean): void
  dispose(): void
}

/** Of the widest ring, as seen: 44 dmm. */
const RADIUS_RAD = 0.044
const TAG_RAD = 0.05

/** @param placeOf false where the thing is not to be seen */
export function createPings(placeOf: (anchor: Anchor, at: PointMm, out: Vector3) => boolean): Pings {
  const root = new Group()
  const look = { radius: 0, opacity: 0 }
  const places = Array.from({ length: times.most }, createPlace)
  const tagAt = new Vector3()
  for (const { pulse, core, tag } of places) root.add(pulse.mesh, core.mesh, tag.mesh)
  let made = 0

  const live = () => places.filter(({ ageS }) => ageS < times.lastsS)
  function hide(place: Place) {
    for (const { mesh } of [place.pulse, place.core, place.tag]) mesh.visible = false
  }

  return {
    root,
    get newest() {
      let newest: Place | null = null
      for (const place of places)
        if (place.ageS < times.lastsS && place.seen && (!newest || place.order > newest.order)) newest = place
      return newest?.point ?? null
    },
    get from() {
      return live().map(({ name }) => name)
    },
    add({ by, name, mark, anchor, at }) {
      const place = places[pingPlace(places, by)]
      if (!place) return
      made += 1
      Object.assign(place, { by, name, colour: mark.colour, anchor, at, ageS: 0, order: made })
      place.tag.write(name, mark)
    },
    update(deltaS, eye, eyeRotation, still) {
      for (const place of places) {
        if (place.ageS >= times.lastsS) continue
        place.ageS += deltaS
        pingAt(place.ageS, still, look)
        place.seen = placeOf(place.anchor, place.at, place.point)
        if (!place.seen || place.ageS >= times.lastsS) hide(place)
        else draw(place, eye, eyeRotation)
      }
    },
    dispose() {
      root.removeFromParent()
      for (const { pulse, core, tag } of places) {
        pulse.dispose()
        core.dispose()
        tag.dispose()
      }
    },
  }

  function draw({ point, pulse, core, tag, colour }: Place, eye: Vector3, eyeRotation: Quaternion) {
    const size = RADIUS_RAD * Math.max(0.5, point.distanceTo(eye))
    for (const { mesh } of [pulse, core]) {
      mesh.position.copy(point)
      mesh.lookAt(eye)
      mesh.scale.setScalar(size)
    }
    // A ring that swells grows fainter: the sign itself stays.
    pulse.draw(colour, look.opacity * (1.25 - 0.75 * look.radius), 0.9 * look.radius, 0.035)
    core.draw(colour, look.opacity, 0.26, 0.07)
    tagAt.copy(point)
    tagAt.y += size * (TAG_RAD / RADIUS_RAD)
    tag.place(tagAt, eye, eyeRotation, look.opacity)
  }
}

function createPlace() {
  return {
    by: '',
    name: '',
    colour: '',
    anchor: '' as Anchor,
    at: [0, 0, 0] as PointMm,
    ageS: Infinity,
    order: 0,
    seen: false,
    point: new Vector3(),
    pulse: createRing(true),
    core: createRing(true),
    tag: createNameTag(),
  }
}
type Place = ReturnType<typeof createPlace>
