import { MathUtils, Quaternion, Vector3 } from 'three'
import type { PerspectiveCamera } from 'three'
import { comfort } from '../comfort.ts'
import { findPath } from '../locomotion/find-path.ts'
import type { Spot } from '../locomotion/find-path.ts'
import { slide } from '../locomotion/floor.ts'
import type { Floor } from '../locomotion/floor.ts'
import type { Readable } from '../readable.ts'
import { writable } from '../readable.ts'
import type { Body, Device, Side } from './body.ts'
import { listenToKeyboard } from './keyboard.ts'
import { listenToPointer } from './pointer.ts'
import { poseScreenHand } from './screen-hand.ts'
import { createScreenView, turnTowards, turnView, viewRotation } from './screen-view.ts'
import { createStay } from './stay.ts'

/** What keys and clicks ask for beyond looking, walking and squeezing. */
export interface ScreenCommands {
  act(): void
  putDown(): void
  pullPin(): void
  cycle(direction: 1 | -1): boolean
  leaveCycle(): boolean
  aim(): void
  ask(action: 'hint' | 'pause'): void
  recentre(): void
  toggleMouseLook(): void
  /** Is a tool in hand that left mouse and act button should squeeze? */
  squeezes(): boolean
  /** Any other key; true when it meant something. */
  other(code: string): boolean
}

export interface ScreenDeviceOptions {
  canvas: HTMLCanvasElement
  camera: PerspectiveCamera
  floor: Floor
  commands: ScreenCommands
  onDevice(device: Device): void
  onLocked(locked: boolean): void
  reducedMotion(): boolean
}

export interface ScreenDevice {
  /** What is aimed at; another look lets go of it. */
  readonly aiming: Readable<boolean>
  place(x: number, z: number, yaw: number): void
  /** Reads keys and pointer, moves the body's head, and aims the hand's ray. */
  update(deltaS: number, body: Body, side: Side): void
  /** After picking: the palm and the aim of what it holds. */
  poseHand(body: Body, side: Side, target: Vector3, muzzleOffset: Vector3 | null): void
  aimAt(point: (() => Vector3) | null): void
  /** Turns to a point once. */
  face(point: Vector3): void
  /** Walks by itself; true when it arrived and was told to the others, false when something else moved the person or there is no way. */
  walk(isGoal: (x: number, z: number) => boolean): Promise<boolean>
  squeeze(on: boolean): void
  moveStick(x: number, y: number): void
  /** While it rests the body stays as it is, and somebody else moves the camera. */
  rest(on: boolean): void
  dispose(): void
}

const LOOK_RAD_PER_PX = 0.0032
const MOVES = /^(Key[WASD]|Arrow(Up|Down|Left|Right)|Shift(Left|Right))$/
const AIM_RAD_PER_S = MathUtils.degToRad(220)
const direction = new Vector3()

export function createScreenDevice(options: ScreenDeviceOptions): ScreenDevice {
  const { canvas, camera, floor, commands } = options
  const view = createScreenView(comfort.eyeHeightM)
  const aiming = writable(false)
  const rotation = new Quaternion()
  const stick = { x: 0, y: 0 }
  const cursor = { x: 0, y: 0, free: false }
  const holds = { mouse: false, key: false, asked: false }
  const stay = createStay()
  let aim: (() => Vector3) | null = null
  let facing: Vector3 | null = null
  let route: Spot[] = []
  let arrived: ((there: boolean) => void) | null = null
  let leapt = false
  let resting = false

  function stopWalking(there: boolean) {
    route = []
    arrived?.(there)
    arrived = null
  }
  function lookFreely() {
    aim = null
    facing = null
    aiming.set(false)
  }
  function look(dx: number, dy: number) {
    if (resting) return
    lookFreely()
    turnView(view, -dx * LOOK_RAD_PER_PX, -dy * LOOK_RAD_PER_PX)
  }

  const stopPointer = listenToPointer(canvas, {
    look,
    at(x, y) {
      cursor.free = x !== null && y !== null
      cursor.x = ((x ?? 0) / canvas.clientWidth) * 2 - 1
      cursor.y = 1 - ((y ?? 0) / canvas.clientHeight) * 2
    },
    press(kind) {
      options.onDevice(kind)
      holds.mouse = !resting && commands.squeezes()
    },
    release(_, tap) {
      if (!holds.mouse && tap && !resting) commands.act()
      holds.mouse = false
    },
    locked: options.onLocked,
  })

  const keys = listenToKeyboard({
    canvas,
    onPress(code, event) {
      if (resting) return commands.other(code) || MOVES.test(code)
      if (code === 'Tab') return document.activeElement === canvas && commands.cycle(event.shiftKey ? -1 : 1)
      if (code === 'Escape') return commands.leaveCycle()
      if (code === 'Space') holds.key = true
      else if (code === 'KeyE' || code === 'Enter') commands.act()
      else if (code === 'KeyQ') commands.putDown()
      else if (code === 'KeyF') commands.pullPin()
      else if (code === 'KeyG') commands.aim()
      else if (code === 'KeyH') commands.ask('hint')
      else if (code === 'KeyP') commands.ask('pause')
      else if (code === 'KeyR') commands.recentre()
      else if (code === 'KeyL') commands.toggleMouseLook()
      else if (!commands.other(code) && !MOVES.test(code)) return false
      options.onDevice('keyboard')
      return true
    },
    onRelease(code) {
      if (code === 'Space') holds.key = false
    },
  })
  const axis = (negative: string, positive: string) =>
    Number(keys.isDown(positive)) - Number(keys.isDown(negative))

  function turnByKeys(deltaS: number) {
    const fine = keys.isDown('ShiftLeft') || keys.isDown('ShiftRight')
    const speed = (fine ? comfort.keyLookFineRadPerS : comfort.keyLookRadPerS) * deltaS
    const yaw = axis('ArrowRight', 'ArrowLeft')
    const pitch = axis('ArrowDown', 'ArrowUp')
    if (yaw === 0 && pitch === 0) return
    lookFreely()
    turnView(view, yaw * speed, pitch * speed)
  }

  function walkByKeys(deltaS: number) {
    const sideways = axis('KeyA', 'KeyD') + stick.x
    const ahead = axis('KeyS', 'KeyW') + stick.y
    const far = Math.hypot(sideways, ahead)
    if (far < 0.1) return walkRoute(deltaS)
    if (arrived) stopWalking(false)
    const speed = (keys.isDown('ShiftLeft') ? comfort.flatRunMps : comfort.flatWalkMps) * Math.min(1, far)
    const step = (speed * deltaS) / far
    const sin = Math.sin(view.yaw)
    const cos = Math.cos(view.yaw)
    slide(
      floor,
      view.feet,
      (cos * sideways - sin * ahead) * step,
      (-sin * sideways - cos * ahead) * step,
      view.feet,
    )
  }

  function walkRoute(deltaS: number) {
    let left = options.reducedMotion() ? Infinity : comfort.flatWalkMps * deltaS
    while (arrived && left > 0) {
      const next = route[0]
      if (!next) {
        if (stay.isOver(deltaS)) stopWalking(true)
        return
      }
      const dx = next[0] - view.feet.x
      const dz = next[1] - view.feet.z
      const far = Math.hypot(dx, dz)
      const share = far <= left ? 1 : left / far
      view.feet.x += dx * share
      view.feet.z += dz * share
      left -= far
      leapt ||= left === Infinity
      if (share === 1) route.shift()
    }
  }

  return {
    aiming,
    place(x, z, yaw) {
      stopWalking(false)
      view.feet.x = x
      view.feet.z = z
      view.yaw = yaw
      view.pitch = 0
      leapt = true
    },
    update(deltaS, body, side) {
      if (resting) {
        body[side].trigger = 0
        return
      }
      turnByKeys(deltaS)
      walkByKeys(deltaS)
      const to = aim?.() ?? facing
      if (to && turnTowards(view, to, options.reducedMotion() ? Infinity : AIM_RAD_PER_S * deltaS))
        facing = null
      viewRotation(view, rotation)
      camera.position.set(view.feet.x, view.eyeHeightM, view.feet.z)
      camera.quaternion.copy(rotation)
      camera.updateMatrixWorld()
      body.head.copy(camera.position)
      body.headRotation.copy(rotation)
      if (leapt) body.discontinuity = true
      leapt = false
      const hand = body[side]
      hand.rayOrigin.copy(camera.position)
      if (cursor.free && !aim)
        hand.rayDirection.set(cursor.x, cursor.y, 0.5).unproject(camera).sub(camera.position).normalize()
      else hand.rayDirection.set(0, 0, -1).applyQuaternion(rotation)
      hand.kind = 'screen'
      hand.present = true
      hand.squeeze = 0
      hand.trigger = holds.mouse || holds.key || holds.asked ? 1 : 0
      body[side === 'left' ? 'right' : 'left'].present = false
    },
    poseHand(body, side, target, muzzleOffset) {
      poseScreenHand(body[side], body.head, rotation, aim ? direction.copy(aim()) : target, muzzleOffset)
    },
    aimAt(point) {
      aim = point
      facing = null
      cursor.free = false
      aiming.set(point !== null)
    },
    face(point) {
      lookFreely()
      facing = point
      cursor.free = false
    },
    walk(isGoal) {
      stopWalking(false)
      const path = findPath(floor, [view.feet.x, view.feet.z], isGoal)
      if (!path) return Promise.resolve(false)
      route = path
      stay.begin()
      return new Promise((resolve) => {
        arrived = resolve
      })
    },
    squeeze(on) {
      holds.asked = on
    },
    rest(on) {
      resting = on
      if (on) stopWalking(false)
    },
    moveStick(x, y) {
      stick.x = x
      stick.y = y
      if (x !== 0 || y !== 0) options.onDevice('touch')
    },
    dispose() {
      stopWalking(false)
      stopPointer()
      keys.dispose()
    },
  }
}
