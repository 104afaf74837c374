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

  async function turnTo(target: string | Point, withinDegrees = 8) {
    for (let tries = 0; tries < 12; tries += 1) {
      const off = yawOff(await report(), place(await report(), target))
      if (Math.abs(off) <= withinDegrees) return
      const key = off > 0 ? 'ArrowLeft' : 'ArrowRight'
      // Close by, Shift turns finely.
      const fine = Math.abs(off) < 30
      if (fine) await keyboard.down('Shift')
      const sign = Math.sign(off)
      await hold(
        key,
        `turn to ${String(target)}`,
        (seen) => yawOff(seen, place(seen, target)) * sign <= withinDegrees / 2,
      )
      if (fine) await keyboard.up('Shift')
    }
    throw new Error(`could not turn to ${String(target)}`)
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
    lookAt: turnTo,
    /** Brings the cursor onto it; what it hovers is what the mouse does. */
    async pointAt(target: string | Point) {
      await turnTo(target)
      await page.mouse.move(...(await pixelOf(target)))
    },
    async click(entity: string) {
      await turnTo(entity)
      const [x, y] = await pixelOf(entity)
      await page.mouse.move(x, y)
      await until(`the cursor is on ${entity}`, ({ pointing }) => pointing?.entity === entity, 20)
      await page.mouse.down()
      await page.mouse.up()
    },
    async walkTo([x, z]: readonly [number, number]) {
      const far = ({ head }: Report) => Math.hypot(x - head.position[0], z - head.position[2])
      for (let tries = 0; tries < 15; tries += 1) {
        const seen = await report()
        if (far(seen) < 0.35) return
        await turnTo([x, seen.head.position[1], z])
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
