import { JOINTS } from '#shared/protocol/tracked-pose.ts'
import { slerp } from '../motion/flat-rotations.ts'
import type { PlayedHand, PlayedPerson, PlayedPose } from '../motion/played-pose.ts'

const HERE = 1
const CUT = 2
const LEFT = 4
const RIGHT = 8
const LEFT_FINGERS = 16
const RIGHT_FINGERS = 32

/** Of a body, in floats: head, gaze, then of each hand place, rotation and trigger. */
const GAZE = 7
const HANDS = 11
const HAND = 8
const BODY = HANDS + 2 * HAND
/** Of a tracked hand, in floats: wrist and scale. Its joints are 16 bit each. */
const WRIST = 8
const BENDS = JOINTS * 4
const ONE = 32_767

/** How one person was shown, row by row: 0.1 MB for half a minute, 0.5 MB with tracked fingers. */
export interface PersonMemory {
  /** Kept in `row`, in place of what was there. Null: not to be seen; `leapt`: elsewhere at once since the row before. */
  write(row: number, shown: PlayedPerson | null, leapt: boolean): void
  /** As it was between two rows, into `played`; false when not to be seen. `jumped`: nothing leads here from the last look. */
  read(from: number, to: number, share: number, jumped: boolean): boolean
  isCut(row: number): boolean
  isEmpty(): boolean
  readonly played: PlayedPerson
}

interface Fingers {
  readonly wrists: Float32Array
  readonly bends: Int16Array
}

const now = new Float32Array(BENDS)
const next = new Float32Array(BENDS)

export function createPersonMemory(rows: number, person: string, slot: number): PersonMemory {
  const masks = new Uint8Array(rows)
  const times = new Float64Array(rows)
  const bodies = new Float32Array(rows * BODY)
  const fingers: [left: Fingers | null, right: Fingers | null] = [null, null]
  const pose = emptyPose()
  const hands = [emptyHand(), emptyHand()] as const
  const played = { person, slot, pose, atMs: 0, fresh: true }

  function writeHand(side: 0 | 1, row: number, hand: PlayedHand | null): number {
    if (!hand) return 0
    const at = row * BODY + HANDS + side * HAND
    bodies.set(hand.position, at)
    bodies.set(hand.rotation, at + 3)
    bodies[at + 7] = hand.trigger
    const part = side === 0 ? LEFT : RIGHT
    if (!hand.joints) return part
    const { wrists, bends } = (fingers[side] ??= emptyFingers(rows))
    wrists.set(hand.wrist.position, row * WRIST)
    wrists.set(hand.wrist.rotation, row * WRIST + 3)
    wrists[row * WRIST + 7] = hand.scale
    for (let i = 0; i < BENDS; i += 1) bends[row * BENDS + i] = Math.round((hand.joints[i] ?? 0) * ONE)
    return part | (side === 0 ? LEFT_FINGERS : RIGHT_FINGERS)
  }

  const has = (row: number, part: number) => ((masks[row] ?? 0) & part) === part
  /** What is not there afterwards, or somewhere else at once, stays as it is until then. */
  const leadsTo = (from: number, to: number, part: number) => (has(to, part) && !has(to, CUT) ? to : from)

  function readHand(side: 0 | 1, from: number, to: number, u: number): PlayedHand | null {
    const part = side === 0 ? LEFT : RIGHT
    if (!has(from, part)) return null
    const hand = hands[side]
    const a = from * BODY + HANDS + side * HAND
    const b = leadsTo(from, to, part) * BODY + HANDS + side * HAND
    mix(bodies, a, b, u, hand.position)
    slerp(bodies, a + 3, bodies, b + 3, u, hand.rotation, 0)
    hand.trigger = between(bodies, a + 7, b + 7, u)
    const bent = side === 0 ? LEFT_FINGERS : RIGHT_FINGERS
    const known = has(from, bent) ? fingers[side] : null
    hand.joints = known ? hand.bends : null
    if (known) readFingers(known, from, leadsTo(from, to, bent), u, hand)
    return hand
  }

  return {
    played,
    isCut: (row) => has(row, CUT),
    isEmpty: () => masks.every((mask) => mask === 0),
    write(row, shown, leapt) {
      masks[row] = 0
      if (!shown) return
      const { head, gaze, left, right } = shown.pose
      times[row] = shown.atMs
      bodies.set(head.position, row * BODY)
      bodies.set(head.rotation, row * BODY + 3)
      bodies.set(gaze, row * BODY + GAZE)
      masks[row] = HERE | (leapt ? CUT : 0) | writeHand(0, row, left) | writeHand(1, row, right)
    },
    read(from, to, share, jumped) {
      if (!has(from, HERE)) return false
      const end = leadsTo(from, to, HERE)
      const a = from * BODY
      const b = end * BODY
      mix(bodies, a, b, share, pose.head.position)
      slerp(bodies, a + 3, bodies, b + 3, share, pose.head.rotation, 0)
      slerp(bodies, a + GAZE, bodies, b + GAZE, share, pose.gaze, 0)
      pose.left = readHand(0, from, to, share)
      pose.right = readHand(1, from, to, share)
      pose.discontinuity = jumped
      played.atMs = between(times, from, end, share)
      return true
    },
  }
}

function readFingers({ wrists, bends }: Fingers, from: number, to: number, u: number, hand: Hand): void {
  const a = from * WRIST
  const b = to * WRIST
  mix(wrists, a, b, u, hand.wrist.position)
  slerp(wrists, a + 3, wrists, b + 3, u, hand.wrist.rotation, 0)
  hand.scale = between(wrists, a + 7, b + 7, u)
  for (let i = 0; i < BENDS; i += 1) {
    now[i] = (bends[from * BENDS + i] ?? 0) / ONE
    next[i] = (bends[to * BENDS + i] ?? 0) / ONE
  }
  for (let i = 0; i < BENDS; i += 4) slerp(now, i, next, i, u, hand.bends, i)
}

function mix(values: Float32Array, a: number, b: number, u: number, out: Float32Array): void {
  for (let i = 0; i < 3; i += 1) out[i] = between(values, a + i, b + i, u)
}

function between(values: Float32Array | Float64Array, a: number, b: number, u: number): number {
  const from = values[a] ?? 0
  return from + u * ((values[b] ?? 0) - from)
}

const rigid = () => ({ position: new Float32Array(3), rotation: Float32Array.of(0, 0, 0, 1) })
const emptyFingers = (rows: number): Fingers => ({
  wrists: new Float32Array(rows * WRIST),
  bends: new Int16Array(rows * BENDS),
})

type Hand = ReturnType<typeof emptyHand>
function emptyHand() {
  return {
    ...rigid(),
    trigger: 0,
    joints: null as Float32Array | null,
    bends: new Float32Array(BENDS),
    wrist: rigid(),
    scale: 1,
  }
}

function emptyPose() {
  return {
    head: rigid(),
    gaze: Float32Array.of(0, 0, 0, 1),
    left: null as PlayedHand | null,
    right: null as PlayedHand | null,
    discontinuity: false as boolean,
  } satisfies PlayedPose
}
