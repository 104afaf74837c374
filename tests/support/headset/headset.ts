import type { Page } from 'playwright-core'
import type { Quaternion, Vector } from './aim-quaternion.ts'
import { aimQuaternion } from './aim-quaternion.ts'
import './inject-headset.ts'

export type Hand = 'left' | 'right'
export type Tracked = 'controllers' | 'hands'
/** `trigger` and `squeeze` take 0..1, the others only 0 or 1. */
export type Button =
  | 'trigger'
  | 'squeeze'
  | 'thumbstick'
  | 'a-button'
  | 'b-button'
  | 'x-button'
  | 'y-button'
  | 'thumbrest'

export type Headset = ReturnType<typeof createHeadset>

/**
 * Plays the person who wears the headset that `injectHeadset` put into `page`. Metres and unit quaternions in device
 * space: floor y = 0, −Z ahead; teleporting moves the world, never this space. What is set counts from the next frame:
 * settle with `frames`, never with time.
 */
export function createHeadset(page: Page) {
  const headset = {
    head: (position: Vector, quaternion?: Quaternion) =>
      page.evaluate(
        ({ position, quaternion }) => {
          headsetDevice.position.set(...position)
          if (quaternion) headsetDevice.quaternion.set(...quaternion)
        },
        { position, quaternion },
      ),

    lookAt: (position: Vector, target: Vector) => headset.head(position, aimQuaternion(position, target)),

    /** Pose of the target ray: −Z is where it points. */
    pose: (tracked: Tracked, hand: Hand, position: Vector, quaternion?: Quaternion) =>
      page.evaluate(
        ({ tracked, hand, position, quaternion }) => {
          const input = headsetDevice[tracked][hand]
          input?.position.set(...position)
          if (quaternion) input?.quaternion.set(...quaternion)
        },
        { tracked, hand, position, quaternion },
      ),

    aim: (tracked: Tracked, hand: Hand, from: Vector, to: Vector) =>
      headset.pose(tracked, hand, from, aimQuaternion(from, to)),

    button: (hand: Hand, button: Button, value: number) =>
      page.evaluate(
        ({ hand, button, value }) => headsetDevice.controllers[hand]?.updateButtonValue(button, value),
        { hand, button, value },
      ),

    stick: (hand: Hand, x: number, y: number) =>
      page.evaluate(({ hand, x, y }) => headsetDevice.controllers[hand]?.updateAxes('thumbstick', x, y), {
        hand,
        x,
        y,
      }),

    /** 0 open, 1 thumb and forefinger touch. */
    pinch: (hand: Hand, value: number) =>
      page.evaluate(({ hand, value }) => headsetDevice.hands[hand]?.updatePinchValue(value), { hand, value }),

    handPose: (hand: Hand, pose: 'default' | 'pinch' | 'point') =>
      page.evaluate(
        ({ hand, pose }) => {
          const input = headsetDevice.hands[hand]
          if (input) input.poseId = pose
        },
        { hand, pose },
      ),

    /** The input sources change with the next frame. */
    use: (mode: 'controller' | 'hand') =>
      page.evaluate((mode) => {
        headsetDevice.primaryInputMode = mode
      }, mode),

    /** `visible-blurred`: a system menu is open. `hidden`: taken off. */
    visibility: (state: XRVisibilityState) =>
      page.evaluate((state) => headsetDevice.updateVisibilityState(state), state),

    /** false: tracking lost. */
    connected: (tracked: Tracked, hand: Hand, connected: boolean) =>
      page.evaluate(
        ({ tracked, hand, connected }) => {
          const input = headsetDevice[tracked][hand]
          if (input) input.connected = connected
        },
        { tracked, hand, connected },
      ),

    /** Resolves when the running session has drawn `count` more frames. Throws without a session. */
    frames: (count = 3) =>
      page.evaluate((count) => {
        const session = headsetDevice.activeSession
        if (!session) throw new Error('No XR session is running.')
        return new Promise<void>((resolve) => {
          let seen = 0
          const step = () => (++seen >= count ? resolve() : session.requestAnimationFrame(step))
          session.requestAnimationFrame(step)
        })
      }, count),

    press: async (hand: Hand, button: Button = 'trigger') => {
      await headset.button(hand, button, 1)
      await headset.frames(2)
      await headset.button(hand, button, 0)
      await headset.frames(2)
    },

    inSession: () => page.evaluate(() => headsetDevice.activeSession !== undefined),

    endSession: () => page.evaluate(() => headsetDevice.activeSession?.end()),
  }
  return headset
}
