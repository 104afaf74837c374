import type { Dice } from './dice.ts'

const somebody = '3f0e6a52-6f9f-4c1f-9b1e-5d0f2a1c7e44'
const points = Array.from({ length: 192 }, (_, n) => n * 37 - 900)

/** An act of each kind, as our clients ask for it. */
const acts: readonly Readonly<Record<string, unknown>>[] = [
  { act: 'lead' },
  { act: 'pass', to: somebody },
  { act: 'let-go' },
  { act: 'follow-me', on: true },
  { act: 'summon', to: somebody, position: [100, 0, -200], yaw: 900 },
  { act: 'spotlight', person: somebody },
  { act: 'share-view', on: false },
  { act: 'pause-all', on: true },
  { act: 'step', move: 'skip', step: 'aim' },
  { act: 'hint', to: somebody, text: 'look left' },
  { act: 'raise-hand', on: true },
  { act: 'raise-hand', on: false },
  { act: 'lower-hand', person: somebody },
  { act: 'allow', what: 'draw', person: '', on: true },
  { act: 'ping', anchor: 'call-point', at: [0, 0, 0] },
  { act: 'look-here', anchor: '', at: null },
  { act: 'draw', id: 'a', shape: 'stroke', anchor: '', points, color: 1, done: false },
  { act: 'draw', id: 'b', shape: 'label', anchor: '', points: [1, 2, 3], color: 1, text: 'here', done: true },
  { act: 'draw-on', id: 'a', points, done: false },
  { act: 'erase', key: `${somebody}/a` },
  { act: 'undo' },
  { act: 'erase-all' },
  { act: 'ask-help', on: true },
  { act: 'help', person: somebody, on: true },
  { act: 'take-over', person: somebody },
  { act: 'hand-back' },
  { act: 'polls', every: 1 },
  { act: 'ask-next' },
  { act: 'answer', poll: 1, option: 'aim' },
  { act: 'watch', way: 'window', of: somebody },
]

/** An act of a live session as msgpack: whole, or with a field left out, added, or holding anything at all. */
export function livePayload(dice: Dice, anything: () => Buffer): Buffer {
  const fields = Object.entries(dice.pick(acts)).map(([key, value]): [string, Buffer] => [key, packed(value)])
  const at = dice.below(fields.length)
  switch (dice.below(4)) {
    case 0:
      fields.splice(at, 1)
      break
    case 1:
      fields.push([dice.pick(['text', 'to', 'by', '__proto__', 'constructor']), anything()])
      break
    case 2:
      fields[at] = [fields[at]?.[0] ?? 'act', anything()]
      break
    default:
  }
  return Buffer.concat([
    Buffer.of(0x80 | fields.length),
    ...fields.flatMap(([key, value]) => [packed(key), value]),
  ])
}

function packed(value: unknown): Buffer {
  if (value === null) return Buffer.of(0xc0)
  if (typeof value === 'boolean') return Buffer.of(value ? 0xc3 : 0xc2)
  if (typeof value === 'string')
    return Buffer.concat([Buffer.of(0xd9, Buffer.byteLength(value)), Buffer.from(value)])
  if (typeof value === 'number') {
    const number = Buffer.alloc(5, 0xd2)
    number.writeInt32BE(value, 1)
    return number
  }
  const items = value as readonly unknown[]
  const head = Buffer.alloc(3, 0xdc)
  head.writeUInt16BE(items.length, 1)
  return Buffer.concat([head, ...items.map(packed)])
}
