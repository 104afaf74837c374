import { bodyAt, recordings } from '#shared/poses/recorded-motion.fixture.ts'
import { withHands } from '#shared/poses/moving-hands.fixture.ts'
import { POSE_BYTES } from '#shared/protocol/messages.ts'
import { encodePoseFrame } from '#shared/protocol/pose-frame.ts'
import { LARGEST_MESSAGE_BYTES } from '#shared/protocol/rate-limits.ts'
import type { Dice } from './dice.ts'
import { livePayload } from './live-payload.ts'

// Codes of Colyseus' protocol. 12 leaves the room, which is nothing malformed.
const ROOM_DATA = 13
const ROOM_DATA_BYTES = 17
const ROOM_REQUEST = 21
const LEAVE_ROOM = 12

const MOST_NOISE = 300
/** What is sent over a socket; `raw` goes past the WebSocket's framing. */
export type Sent = { readonly kind: string; readonly data: Buffer | string; readonly raw?: boolean }

const kinds: Readonly<Record<string, (dice: Dice) => Sent['data']>> = {
  noise: (dice) => notLeaving(dice.bytes(MOST_NOISE)),
  'any code': (dice) => notLeaving(Buffer.concat([Buffer.of(dice.below(256)), dice.bytes(40)])),
  'pose noise': (dice) => pose(dice.bytes(MOST_NOISE)),
  'pose with bits turned': (dice) => pose(turned(dice, poseFrame(dice))),
  'pose cut short': (dice) => pose(cut(dice, poseFrame(dice))),
  'pose with more': (dice) => pose(Buffer.concat([poseFrame(dice), dice.bytes(20)])),
  'bytes of another type': (dice) => Buffer.concat([Buffer.of(ROOM_DATA_BYTES), value(dice), dice.bytes(60)]),
  'plain message': (dice) => Buffer.concat([Buffer.of(ROOM_DATA), value(dice), value(dice)]),
  request: (dice) => request(dice, Buffer.concat([value(dice), dice.once(4) ? dice.bytes(8) : Buffer.of()])),
  'live act': (dice) =>
    request(
      dice,
      livePayload(dice, () => value(dice)),
      'live',
    ),
  'live act cut short': (dice) =>
    cut(
      dice,
      request(
        dice,
        livePayload(dice, () => value(dice)),
        'live',
      ),
    ),
  'request cut short': (dice) => cut(dice, request(dice, value(dice))),
  text: (dice) => dice.bytes(60).toString('latin1'),
}

/** Something no client of ours would send. */
export function malformedMessage(dice: Dice): Sent {
  if (dice.once(2000))
    return { kind: 'too large', data: Buffer.alloc(LARGEST_MESSAGE_BYTES + 1, dice.below(256)) }
  if (dice.once(2000)) return { kind: 'no WebSocket frame', data: dice.bytes(MOST_NOISE), raw: true }
  const kind = dice.pick(Object.keys(kinds))
  return { kind, data: kinds[kind]?.(dice) ?? '' }
}

function notLeaving(bytes: Buffer): Buffer {
  return bytes.length > 0 && ((bytes[0] ?? 0) & 0x1f) === LEAVE_ROOM ? bytes.subarray(1) : bytes
}

function pose(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(ROOM_DATA_BYTES, POSE_BYTES), bytes])
}

function poseFrame(dice: Dice): Buffer {
  const atMs = dice.below(1e6)
  const poses = Array.from({ length: 1 + dice.below(4) }, (_, seq) => {
    const body = bodyAt(dice.pick(recordings), atMs + seq * 11)
    return { ...(dice.once(2) ? withHands(body, atMs) : body), seq, timeMs: atMs + seq * 11 }
  })
  return Buffer.from(encodePoseFrame(poses))
}

function turned(dice: Dice, bytes: Buffer): Buffer {
  for (let n = 1 + dice.below(8); n > 0; n--) {
    const at = dice.below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8))
  }
  return bytes
}

function cut(dice: Dice, bytes: Buffer): Buffer {
  return bytes.subarray(0, dice.below(bytes.length))
}

const requests = ['intent', 'moderate', 'live', 'clock', '__proto__', 'constructor', '', 'x']

function request(dice: Dice, payload: Buffer, name = dice.pick(requests)): Buffer {
  return Buffer.concat([Buffer.of(ROOM_REQUEST, dice.below(128)), text(name), payload])
}

const fields = [
  'epoch',
  'seq',
  'action',
  'target',
  'params',
  'clientTime',
  'act',
  'person',
  'role',
  'on',
  't0',
  'at',
  'points',
]
const words = [
  ...fields,
  '__proto__',
  'constructor',
  'toString',
  'remove',
  'grab',
  'press',
  'begin',
  'lead',
  'draw',
  '',
]

/** Any value as msgpack, now and then one that promises more than comes. */
function value(dice: Dice, depth = 0): Buffer {
  switch (dice.below(depth > 3 ? 7 : 9)) {
    case 0:
      return Buffer.of(dice.below(128))
    case 1:
      return text(dice.pick(words))
    case 2:
      return dice.pick([Buffer.of(0xc0), Buffer.of(0xc1), Buffer.of(0xc2), Buffer.of(0xc3)])
    case 3: {
      const number = Buffer.alloc(9, 0xcb)
      number.writeDoubleBE(dice.pick([NaN, Infinity, -0, 1e308, 0.5, -1]), 1)
      return number
    }
    case 4:
      return Buffer.concat([Buffer.of(0xda, 0, 200), Buffer.alloc(200, 0xed)])
    case 5:
      return Buffer.concat([
        dice.pick([Buffer.of(0xdd), Buffer.of(0xdf), Buffer.of(0xdb)]),
        Buffer.alloc(4, 0xff),
      ])
    case 6:
      return Buffer.concat([Buffer.of(0xc7, dice.below(32), dice.below(256)), dice.bytes(32)])
    case 7: {
      const size = dice.below(6)
      const pairs = Array.from({ length: size }, () => [
        text(dice.pick(words)),
        value(dice, depth + 1),
      ]).flat()
      return Buffer.concat([Buffer.of(0x80 | size), ...pairs])
    }
    default: {
      const size = dice.below(6)
      return Buffer.concat([
        Buffer.of(0x90 | size),
        ...Array.from({ length: size }, () => value(dice, depth + 1)),
      ])
    }
  }
}

function text(word: string): Buffer {
  return Buffer.concat([Buffer.of(0xa0 | word.length), Buffer.from(word)])
}
