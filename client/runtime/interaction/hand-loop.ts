import type { Hand, Side } from '../device/body.ts'
import { can } from '../things/can.ts'
import { guestOf, socketOf } from '../things/socket-room.ts'
import type { Things } from '../things/things.ts'
import type { Acting } from './acting.ts'
import { actionsOf } from './actions.ts'
import type { Action, ActionContext } from './actions.ts'
import { createHit, pickRay, pickSphere } from './pick.ts'
import type { Hit, Target } from './pick.ts'
import { createPress, updatePress } from './press.ts'
import type { Press } from './press.ts'

const NEAR_M = 0.1
const POKE_M = 0.012
/** Grown by 0.021 m per metre: a point becomes a target of 2.4°, 42 dmm across; its own size comes on top. */
const RAY_SLOP = 0.021
/** A hold longer than this is a grip to be let go of; a shorter one is a click that keeps. */
const KEEP_S = 0.6

/** A surface of our own (the panel) that hands can press. */
export interface Surface {
  /** True while the ray or tip is on one of its buttons. */
  point(hand: Hand, hit: Hit): boolean
  press(hand: Hand): void
  poke(hand: Hand): boolean
  /** −1..1 each, y negative ahead: true while the stick of the hand that points here is this surface's. */
  steer?(hand: Hand, x: number, y: number): boolean
}

export interface HandLoop {
  readonly hit: Hit
  /** Action a press would do; null with nothing to do. */
  readonly action: Action | null
  readonly near: boolean
  readonly onSurface: boolean
  /** Pressed on nothing: what a teleport aims with. */
  readonly throwing: boolean
  update(hand: Hand, deltaS: number, button: boolean): void
  /** True while what the hand points at has the stick. */
  steer(hand: Hand, x: number, y: number): boolean
  reset(): void
}

export interface HandLoopOptions {
  things: Things
  context: ActionContext
  acting: Acting
  surface: Surface
  /** Aim assist is on: what it sprays is not measured. */
  assisted(): boolean
}

/** One hand of any device: hover, grab near and far, press, poke, squeeze. Allocates only when something is done. */
export function createHandLoop({ things, context, acting, surface, assisted }: HandLoopOptions): HandLoop {
  const hit = createHit()
  const poked = createHit()
  const trigger = createPress()
  const grip = createPress()
  const state = { action: null as Action | null, near: false, onSurface: false, throwing: false }
  let hovered: string | null = null
  let hoverAge = 0
  let grabbedBy: 'trigger' | 'grip' | null = null
  let poking = ''
  let buttonDown = false

  let own: Side = 'right'
  let onScreen = false
  const isOffered = (target: Target) => {
    if (things.sideOf(target.id) !== undefined) return false
    const document = things.document(target.id)
    if (!document || context.entity(target.id)?.hidden) return false
    const onlySocket = document.affordances.length === 1 && socketOf(document)
    if (onlySocket) return guestOf(onlySocket, things) !== undefined && context.puts(target.id) !== 'no'
    if (document.parent === undefined || !can(document, 'pull')) return true
    // The hand that holds the tool does not reach its pin; that is the other hand's, or an explicit button.
    if (!onScreen && things.sideOf(document.parent) === own) return false
    return things.sideOf(document.parent) !== undefined
  }
  const isPokeable = (target: Target) => {
    const document = things.document(target.id)
    return (
      document !== undefined && (can(document, 'press') || can(document, 'toggle') || can(document, 'turn'))
    )
  }

  function hover(hand: Hand) {
    own = hand.side
    onScreen = hand.kind === 'screen'
    state.onSurface = surface.point(hand, hit)
    state.near = false
    if (!state.onSurface) hit.target = null
    if (state.onSurface) {
      state.action = null
      hovered = null
      return
    }
    if (hand.kind !== 'screen') {
      pickSphere(things.targets, isOffered, hand.grip, NEAR_M, hit)
      if (!hit.target) pickSphere(things.targets, isOffered, hand.tip, NEAR_M / 2, hit)
      state.near = hit.target !== null
    }
    if (!hit.target) pickRay(things.targets, isOffered, hand.rayOrigin, hand.rayDirection, RAY_SLOP, hit)
    const id = hit.target?.id ?? null
    // What can be done changes slowly: look it up when the hover changes and a few times a second.
    if (id === hovered && ++hoverAge < 10) return
    hovered = id
    hoverAge = 0
    const document = id === null ? undefined : things.document(id)
    state.action = document ? (actionsOf(document, context)[0] ?? null) : null
  }

  function press(hand: Hand, by: 'trigger' | 'grip') {
    if (state.onSurface) return surface.press(hand)
    const { action } = state
    if (!action) return
    if (action.action === 'grab') grabbedBy = by
    void acting.act(action.entity, action.action, hand.side)
  }

  function poke(hand: Hand) {
    const onSurface = surface.poke(hand)
    pickSphere(things.targets, isPokeable, hand.tip, POKE_M, poked)
    const touched = onSurface ? 'surface' : (poked.target?.id ?? '')
    if (touched !== '' && touched !== poking) {
      if (onSurface) surface.press(hand)
      else {
        const document = things.document(touched)
        const action = document && actionsOf(document, context)[0]
        if (action) void acting.act(touched, action.action, hand.side)
      }
    }
    poking = touched
  }

  function letGo(hand: Hand, by: 'trigger' | 'grip', button: Press) {
    const held = things.inHand(hand.side)
    if (button.released && grabbedBy === by && button.heldS > KEEP_S && held !== undefined)
      void acting.act(held, 'release', hand.side)
    if (button.released && grabbedBy === by) grabbedBy = null
  }

  function useTrigger(hand: Hand) {
    const held = things.inHand(hand.side)
    const tool = held === undefined ? undefined : things.document(held)
    const sprays = tool !== undefined && can(tool, 'spray')
    if (hand.kind === 'screen' || (sprays && !state.onSurface)) {
      const pin = state.action?.action === 'pull'
      if (trigger.pressed && pin && hand.kind !== 'screen') press(hand, 'trigger')
      else if (trigger.pressed && sprays && !state.onSurface) acting.squeeze(hand.side, true, assisted())
    } else if (trigger.pressed) {
      state.throwing = !state.onSurface && state.action === null
      press(hand, 'trigger')
    }
    if (trigger.released) acting.squeeze(hand.side, false)
    if (!trigger.down) state.throwing = false
    if (hand.kind === 'tracked') letGo(hand, 'trigger', trigger)
  }

  function useGrip(hand: Hand) {
    const held = things.inHand(hand.side)
    if (grip.pressed && held !== undefined) void acting.act(held, 'release', hand.side)
    else if (grip.pressed && (state.action?.action === 'grab' || state.action?.action === 'reach'))
      press(hand, 'grip')
    letGo(hand, 'grip', grip)
  }

  return {
    hit,
    get action() {
      return state.action
    },
    get near() {
      return state.near
    },
    get onSurface() {
      return state.onSurface
    },
    get throwing() {
      return state.throwing
    },
    update(hand, deltaS, button) {
      updatePress(trigger, hand.present ? hand.trigger : 0, deltaS)
      updatePress(grip, hand.present ? hand.squeeze : 0, deltaS)
      if (hand.present) hover(hand)
      else hit.target = null
      useTrigger(hand)
      if (hand.kind === 'screen' || !hand.present) return
      useGrip(hand)
      if (things.inHand(hand.side) === undefined) poke(hand)
      if (button && !buttonDown) void acting.pullPin(hand.side)
      buttonDown = button
    },
    steer: (hand, x, y) => surface.steer?.(hand, x, y) ?? false,
    reset() {
      acting.squeeze('left', false)
      acting.squeeze('right', false)
      state.throwing = false
      grabbedBy = null
    },
  }
}
