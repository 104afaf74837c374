import { Ray } from 'three'
import type { Vector3 } from 'three'
import type { Body, Hand, Side } from '../device/body.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import { createPress, updatePress } from '../interaction/press.ts'
import type { DrawingTool } from './drawing-port.ts'
import { lookAt } from './look.ts'
import { createSpot } from './spot.ts'
import type { Spot } from './spot.ts'
import type { SurfaceProbe } from './surface-probe.ts'

/** What controllers and hands mean while a tool is chosen. */
export interface HandPen {
  tool(): DrawingTool | null
  isBusy(): boolean
  down(spot: Spot): void
  move(spot: Spot, look: Ray | null): void
  up(): void
  /** What is in that hand is not in the way. */
  holds(side: Side): string | undefined
}

export interface HandPens {
  /** Behind all panels: where those are not met, hands draw, and things cannot be acted on. */
  readonly surface: Surface
  /** Once a frame in a headset, after the hands were read. */
  update(deltaS: number, body: Body, main: Side): void
  /** Where the pen is: at a fingertip or controller's tip, or where that points; null: no hand is there. */
  readonly spot: Spot | null
  /** What it was found along; null: it is at the tip. */
  readonly look: Ray | null
}

/** A tip so near to a surface draws on it; a line that was begun there stays on it so much longer. */
const NEAR_M = 0.03
const STICKS_M = 0.08
const SIDES = ['left', 'right'] as const

export function createHandPens(probe: SurfaceProbe, pen: HandPen): HandPens {
  const spot = createSpot()
  const ray = new Ray()
  const presses = { left: createPress(), right: createPress() }
  const free = { left: false, right: false }
  let side: Side = 'right'
  let present = false
  let looks = false
  let onSurface = false

  function locate(hand: Hand, head: Vector3, tool: DrawingTool) {
    const held = pen.holds(hand.side)
    const goesOn = pen.isBusy() && tool === 'stroke'
    const reach = goesOn ? (onSurface ? STICKS_M : 0) : NEAR_M
    looks = false
    if (reach > 0 && touch(hand, reach, held)) return
    if (tool !== 'stroke') {
      ray.set(hand.rayOrigin, hand.rayDirection)
      lookAt(probe, ray, 0, spot, held)
      looks = spot.touches
      if (looks) return
    }
    spot.touches = false
    spot.anchor = ''
    spot.point.copy(hand.tip)
    spot.normal.subVectors(head, hand.tip).normalize()
  }
  /** Is there a surface where the tip points, this near before or behind it? */
  function touch(hand: Hand, reach: number, held: string | undefined): boolean {
    ray.origin.copy(hand.tip).addScaledVector(hand.rayDirection, -reach)
    ray.direction.copy(hand.rayDirection)
    lookAt(probe, ray, 0, spot, held)
    return spot.touches && spot.distance < 2 * reach
  }

  return {
    surface: {
      point(hand, hit) {
        if (pen.tool() === null) return false
        free[hand.side] = true
        hit.target = null
        hit.distance = hand.side === side && present ? hand.rayOrigin.distanceTo(spot.point) : 0.03
        hit.point.copy(spot.point)
        return true
      },
      poke: () => pen.tool() !== null,
      press() {},
    },
    get spot() {
      return present ? spot : null
    },
    get look() {
      return looks ? ray : null
    },
    update(deltaS, body, main) {
      const tool = pen.tool()
      let begins = false
      for (const each of SIDES) {
        const { present: there, trigger } = body[each]
        updatePress(presses[each], tool !== null && there ? trigger : 0, deltaS)
        // What was pressed on a panel is the panel's, wherever the hand goes then.
        if (!presses[each].pressed || !free[each] || pen.isBusy()) continue
        side = each
        begins = true
      }
      if (!body[side].present && !pen.isBusy()) side = main
      present = tool !== null && body[side].present && (free[side] || pen.isBusy())
      for (const each of SIDES) free[each] = false
      if (tool === null || !present) return
      locate(body[side], body.head, tool)
      spot.distance = body.head.distanceTo(spot.point)
      if (begins) {
        onSurface = spot.touches && !looks
        pen.down(spot)
      } else if (pen.isBusy()) pen.move(spot, looks ? ray : null)
      if (presses[side].released && pen.isBusy()) pen.up()
    },
  }
}
