import { Matrix4, Vector3 } from 'three'
import type { Ray } from 'three'
import type { Shape } from '#shared/live/acts.ts'
import { LIVE_LIMITS } from '#shared/live/limits.ts'
import { writable } from '../readable.ts'
import type { Readable } from '../readable.ts'
import { toFrame } from './anchor-frame.ts'
import type { Ink } from './ink.ts'
import { distance } from './outline.ts'
import type { OwnDrawing } from './own-drawing.ts'
import { copySpot, createSpot, goOnAlong } from './spot.ts'
import type { Spot } from './spot.ts'

/** What is being drawn, to be shown while it grows. mm triples in the frame of the anchor. */
export interface Growing {
  readonly shape: Shape
  readonly anchor: string
  readonly color: number
  readonly points: readonly number[]
  /** Goes on where `points` end. */
  readonly tail: readonly number[]
}

/** One pen, whatever holds it: set down, moved, lifted. Spots are changed to where the pen goes. */
export interface Pen {
  readonly busy: Readable<boolean>
  readonly growing: Growing | null
  down(shape: Shape, color: number, spot: Spot): void
  /** @param look along which the spot was found; null: it was touched */
  move(spot: Spot, look: Ray | null): void
  /** A line ends; whatever has no length yet waits for its other end. */
  up(): void
  /** A point of a line of straight stretches, or an end of anything else. */
  set(shape: Shape, color: number, spot: Spot): void
  /** Ends a line, gives up anything else. */
  stop(): void
  /** Gives up whatever it is. */
  cancel(): void
}

export interface PenOptions {
  ink: Pick<Ink, 'begin' | 'finish' | 'erase'>
  /** Null while there is nothing to be seen of the anchor. */
  frame(anchor: string): Matrix4 | null
  /** A label's words; null: given up. */
  ask(): Promise<string | null>
}

/** So far beside the line a point may lie, as it was seen when it was drawn. */
const TOLERANCE_RAD = 0.0007
const TOLERANCE_MM = 1
/** A shape shorter than this, as seen, is a tap. */
const TAP_RAD = 0.012

const local = new Vector3()
const across = new Vector3()
const inverse = new Matrix4()

export function createPen({ ink, frame, ask }: PenOptions): Pen {
  const busy = writable(false)
  const last = createSpot()
  let stroke: OwnDrawing | null = null
  let growing: Growing | null = null
  /** Of anything but a line: where it begins and ends. */
  let ends: number[] = []

  function locate(anchor: string, { point }: Spot): Vector3 | null {
    const matrix = frame(anchor)
    return matrix && toFrame(matrix, point, local)
  }
  function end() {
    stroke = null
    growing = null
    busy.set(false)
  }
  function begin(shape: Shape, color: number, spot: Spot) {
    const at = locate(spot.anchor, spot)
    if (!at) return
    copySpot(spot, last)
    if (shape === 'stroke') beginStroke(color, spot.anchor, at)
    else {
      ends = at.toArray()
      growing = { shape, anchor: spot.anchor, color, points: ends, tail: [] }
    }
    busy.set(true)
  }
  function beginStroke(color: number, anchor: string, { x, y, z }: Vector3) {
    const toleranceMm = Math.max(TOLERANCE_MM, last.distance * TOLERANCE_RAD * 1000)
    const own = ink.begin({ shape: 'stroke', anchor, color, toleranceMm })
    own.add(x, y, z)
    stroke = own
    growing = {
      shape: 'stroke',
      anchor,
      color,
      points: own.decided,
      get tail() {
        return own.tail
      },
    }
  }
  function draw(own: OwnDrawing, spot: Spot) {
    const { anchor, color } = own.draft
    const at = locate(anchor, spot)
    if (own.gone || !at) return end()
    own.add(at.x, at.y, at.z)
    copySpot(spot, last)
    if (!own.full) return
    ink.finish(own)
    beginStroke(color, anchor, at)
  }
  function stretch({ shape, anchor }: Growing, spot: Spot) {
    const at = locate(anchor, spot)
    if (!at) return end()
    if (shape === 'label') at.toArray(ends)
    else at.toArray(ends, 3)
    if (shape === 'circle') roundOff(anchor)
  }
  /** Lays a circle flat: both half axes in the plane it was begun on, as long as the look went. */
  function roundOff(anchor: string) {
    const matrix = frame(anchor)
    if (!matrix) return
    const [cx = 0, cy = 0, cz = 0, rx = 0, ry = 0, rz = 0] = ends
    across.copy(last.normal).transformDirection(inverse.copy(matrix).invert())
    local.set(rx - cx, ry - cy, rz - cz)
    const radius = local.length()
    local.addScaledVector(across, -local.dot(across)).setLength(radius)
    across.cross(local)
    ends[3] = Math.round(cx + local.x)
    ends[4] = Math.round(cy + local.y)
    ends[5] = Math.round(cz + local.z)
    ends[6] = Math.round(cx + across.x)
    ends[7] = Math.round(cy + across.y)
    ends[8] = Math.round(cz + across.z)
  }
  function isTap() {
    return ends.length < 6 || distance(ends, 0, ends, 1) < last.distance * TAP_RAD * 1000
  }
  function complete({ shape, anchor, color }: Growing, text?: string) {
    end()
    const drawing = ink.begin({ shape, anchor, color, toleranceMm: 0, ...(text !== undefined && { text }) })
    for (let i = 0; i < ends.length; i += 3) drawing.add(ends[i] ?? 0, ends[i + 1] ?? 0, ends[i + 2] ?? 0)
    ink.finish(drawing)
  }
  async function label(asked: Growing) {
    const at = ends
    end()
    const text = (await ask())?.trim().slice(0, LIVE_LIMITS.labelChars)
    if (!text) return
    ends = at
    complete(asked, text)
  }

  return {
    busy,
    get growing() {
      return growing
    },
    down(shape, color, spot) {
      if (!growing) begin(shape, color, spot)
      else if (!stroke) stretch(growing, spot)
    },
    move(spot, look) {
      if (!growing) return
      if (look && growing.shape === 'circle') spot.touches = false
      if (look && (stroke || growing.shape === 'circle')) goOnAlong(last, look.origin, look.direction, spot)
      if (stroke) draw(stroke, spot)
      else stretch(growing, spot)
    },
    up() {
      if (stroke) {
        ink.finish(stroke)
        end()
      } else if (growing?.shape === 'label') void label(growing)
      else if (growing && !isTap()) complete(growing)
    },
    set(shape, color, spot) {
      if (stroke) return draw(stroke, spot)
      if (!growing) begin(shape, color, spot)
      else stretch(growing, spot)
      if (growing?.shape === 'label') void label(growing)
      else if (growing && !stroke && !isTap()) complete(growing)
    },
    stop() {
      if (stroke) ink.finish(stroke)
      end()
    },
    cancel() {
      if (stroke) ink.erase(stroke.key)
      end()
    },
  }
}
