import type { Report, TrainingPage } from './training-page.ts'

type Point = readonly [number, number, number]

const FIELD_OF_VIEW = 70

/** A person at a computer: turns with the arrow keys, walks with W, clicks on what is on the screen. Closed loop, by what the page reports. */
export function createScreenPerson({ page, report, until }: TrainingPage) {
  const keyboard = page.keyboard
  const place = (seen: Report, target: string | Point): Point =>
    typeof target === 'string' ? (seen.entities[target]?.position ?? fail(`there is no ${target}`)) : target

  /** Holds a key until the report says so; small steps, so that the eye does not swing past. */
  async function hold(key: string, what: string, enough: (seen: Report) => boolean) {
    await keyboard.down(key)
    try {
      return await until(what, enough)
    } finally {
      await keyboard.up(key)
    }
  }

  /** Turns with the arrow keys, finely (Shift) when close, until what is left is within the degrees. */
  async function turn(
    keys: readonly [string, string],
    what: string,
    off: (seen: Report) => number,
    withinDegrees: number,
  ) {
    for (let tries = 0; tries < 12; tries += 1) {
      const left = off(await report())
      if (Math.abs(left) <= withinDegrees) return
      const fine = Math.abs(left) < 30
      if (fine) await keyboard.down('Shift')
      await hold(keys[left > 0 ? 0 : 1], what, (seen) => off(seen) * Math.sign(left) <= withinDegrees / 2)
      if (fine) await keyboard.up('Shift')
    }
    throw new Error(`could not turn to ${what}`)
  }
  async function face(target: string | Point, withinDegrees = 8) {
    await turn(
      ['ArrowLeft', 'ArrowRight'],
      String(target),
      (seen) => yawOff(seen, place(seen, target)),
      withinDegrees,
    )
  }
  async function lookAt(target: string | Point) {
    await face(target)
    await turn(['ArrowUp', 'ArrowDown'], String(target), (seen) => pitchOff(seen, place(seen, target)), 8)
  }

  /** Where it is on the screen, in pixels. */
  async function pixelOf(target: string | Point): Promise<[number, number]> {
    const seen = await report()
    const { width, height } = page.viewportSize() ?? fail('no viewport')
    const [right, up, ahead] = inView(seen, place(seen, target))
    const scale = height / 2 / Math.tan((FIELD_OF_VIEW * Math.PI) / 360)
    return [width / 2 + (right / ahead) * scale, height / 2 - (up / ahead) * scale]
  }

  return {
    lookAt,
    /** Brings the cursor onto it; what it hovers is what the mouse does. */
    async pointAt(target: string | Point) {
      await lookAt(target)
      await page.mouse.move(...(await pixelOf(target)))
    },
    /** Clicks on it; with a tool in hand a click would squeeze, so the key does it. */
    async act(entity: string) {
      await lookAt(entity)
      await page.mouse.move(...(await pixelOf(entity)))
      const { hands } = await until(
        `the cursor is on ${entity}`,
        ({ pointing }) => pointing?.entity === entity,
        20,
      )
      if (hands.right.holds !== null) return keyboard.press('e')
      await page.mouse.down()
      await page.mouse.up()
    },
    /** Backwards, eyes on it, until it is so far away. */
    async backAwayFrom(entity: string, metres: number) {
      await hold('s', `back away from ${entity}`, (seen) => {
        const [x, , z] = place(seen, entity)
        return Math.hypot(x - seen.head.position[0], z - seen.head.position[2]) >= metres
      })
    },
    async walkTo([x, z]: readonly [number, number]) {
      const far = ({ head }: Report) => Math.hypot(x - head.position[0], z - head.position[2])
      for (let tries = 0; tries < 15; tries += 1) {
        const seen = await report()
        if (far(seen) < 0.35) return
        await face([x, seen.head.position[1], z])
        let nearest = Infinity
        await hold('w', `walk to ${x} ${z}`, (now) => {
          const left = far(now)
          const done = left < 0.3 || left > nearest + 0.02
          nearest = Math.min(nearest, left)
          return done
        })
      }
      throw new Error(`could not walk to ${x} ${z}: ${JSON.stringify((await report()).head)}`)
    },
  }
}

/** Degrees to turn, positive to the left. */
function yawOff({ head }: Report, [x, , z]: Point): number {
  const wanted = (Math.atan2(head.position[0] - x, head.position[2] - z) * 180) / Math.PI
  return ((wanted - head.yaw + 540) % 360) - 180
}

/** Degrees to turn, positive upward. */
function pitchOff({ head }: Report, [x, y, z]: Point): number {
  const [eyeX, eyeY, eyeZ] = head.position
  return (Math.atan2(y - eyeY, Math.hypot(x - eyeX, z - eyeZ)) * 180) / Math.PI - head.pitch
}

/** Metres to the right, up and ahead of the eye. */
function inView({ head }: Report, target: Point): Point {
  const yaw = (head.yaw * Math.PI) / 180
  const pitch = (head.pitch * Math.PI) / 180
  const [dx, dy, dz] = target.map((value, axis) => value - (head.position[axis] ?? 0)) as [
    number,
    number,
    number,
  ]
  const right = dx * Math.cos(yaw) - dz * Math.sin(yaw)
  const level = -dx * Math.sin(yaw) - dz * Math.cos(yaw)
  return [
    right,
    dy * Math.cos(pitch) - level * Math.sin(pitch),
    level * Math.cos(pitch) + dy * Math.sin(pitch),
  ]
}

function fail(message: string): never {
  throw new Error(message)
}
