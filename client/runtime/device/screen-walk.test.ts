import { PerspectiveCamera } from 'three'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { decodePoseFrame } from '#shared/protocol/pose-frame.ts'
import { createFloor } from '../locomotion/floor.ts'
import { createPoseSender } from '../session/pose-sender.ts'
import { createBody } from './body.ts'
import { createScreenDevice } from './screen-device.ts'
import type { ScreenCommands } from './screen-device.ts'

const floor = createFloor({ walkable: [{ min: [-3, 0, -3], max: [3, 0, 3] }], obstacles: [] }, 0.25)
const isGoal = (x: number) => x > 2

beforeEach(() => {
  for (const name of ['document', 'window']) vi.stubGlobal(name, new EventTarget())
})
afterEach(() => vi.unstubAllGlobals())

/** Where the others know the head to be at the moment in which a walk is over. */
async function toldOnArrival(hz: number, reducedMotion: boolean, beforeMs: number): Promise<number> {
  const screen = createScreenDevice({
    canvas: Object.assign(new EventTarget(), { style: {} }) as unknown as HTMLCanvasElement,
    camera: new PerspectiveCamera(),
    floor,
    commands: {} as ScreenCommands,
    onDevice() {},
    onLocked() {},
    reducedMotion: () => reducedMotion,
  })
  const body = createBody()
  let told = Number.NaN
  const tell = createPoseSender({
    send(bytes) {
      const decoded = decodePoseFrame(bytes)
      if (decoded.ok) told = decoded.poses.at(-1)?.head.position[0] ?? told
      return true
    },
    sessionMs: (nowMs) => nowMs,
    isActing: () => false,
  })
  let nowMs = 1000
  async function frame() {
    nowMs += 1000 / hz
    screen.update(1 / hz, body, 'right')
    tell(nowMs, body)
    // What waits for the walk goes on after the frame.
    await Promise.resolve().then(() => {})
  }
  while (nowMs < 1000 + beforeMs) await frame()
  let there = false
  void screen.walk(isGoal).then((arrived) => (there = arrived))
  while (!there) await frame()
  screen.dispose()
  return told
}

test.each([5, 30, 60, 72, 120, 144])(
  'RUN-4 who has arrived has been told, so that what is done next is done there: %s frames a second',
  async (hz) => {
    for (const reducedMotion of [true, false])
      for (let beforeMs = 0; beforeMs < 400; beforeMs += 13)
        expect(await toldOnArrival(hz, reducedMotion, beforeMs)).toBeGreaterThan(2)
  },
)
