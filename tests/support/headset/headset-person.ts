import type { wordsOf } from '../training/document-words.ts'
import type { Vector } from './aim-quaternion.ts'
import type { Wearer } from './wearer.ts'

/** Metres: a hand held out, and how far from a thing it stays when it only points. */
const ARM_M = 0.6
const POINT_M = 0.2

/** A person in a headset who does everything with the right controller: points and clicks, and lets go where a thing belongs. */
export function createHeadsetPerson(wearer: Wearer, words: ReturnType<typeof wordsOf>) {
  /** Holds the hand out towards it; follows what is still on its way. */
  async function pointAt(thing: string) {
    let over: string | null = null
    for (let tries = 0; tries < 5 && over !== thing; tries += 1) {
      const { entities, head } = await wearer.report()
      const place = entities[thing]?.position ?? words.placeOf(thing)
      await wearer.point('right', place, onTheWay(head.position, place))
      over = (await wearer.report()).hands.right.hovers
    }
    if (over !== thing) throw new Error(`the hand points at ${over}, not at ${thing}`)
  }
  /** Does what a click on it does. */
  async function use(thing: string) {
    await pointAt(thing)
    await wearer.click('right')
  }
  /** Opens the hand. */
  const letGo = () => wearer.headset.press('right', 'squeeze')

  return {
    use,
    letGo,
    async goTo(spot: string) {
      const [x, , z] = words.spotAt(spot)
      await wearer.goTo(x, z)
    },
    async take(thing: string) {
      await use(thing)
      await wearer.until(
        `${thing} is in hand`,
        ({ entities, hands }) => hands.right.holds === thing && entities[thing]?.place === 'held',
      )
    },
    async put(thing: string, socket: string) {
      const place = words.placeOf(socket)
      await wearer.point('right', place, place)
      await letGo()
      await wearer.until(`${thing} is in ${socket}`, ({ entities }) => entities[thing]?.place === 'socket')
    },
  }
}

function onTheWay(from: Vector, to: Vector): Vector {
  const far = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2])
  const share = Math.min(ARM_M, far - POINT_M) / far
  const at = (axis: 0 | 1 | 2) => from[axis] + (to[axis] - from[axis]) * share
  return [at(0), at(1), at(2)]
}
