import { leaveOut, ROTATION_INTS } from '#shared/protocol/smallest-three.ts'
import { JOINTS } from '#shared/protocol/tracked-pose.ts'
import type { Bits } from './bits.ts'
import {
  DISCONTINUITY,
  FINGERS,
  GAZE,
  HAS_GAZE,
  HAS_HEAD,
  HAS_LEFT,
  HAS_LEFT_JOINTS,
  HAS_RIGHT,
  HAS_RIGHT_JOINTS,
  HEAD,
  LEFT,
  RIGHT,
  SCALE,
  TRIGGER,
  WRIST,
} from './channels.ts'
import type { QuantisedSample } from './quantised-sample.ts'
import { FIRST_MEAN } from './rice.ts'
import { TIME_MEAN, type SlotMemory } from './slot-memory.ts'

/** After a longer pause no speed is taken for granted. */
const LONGEST_STEP_MS = 250
/** A part's first value is sent whole: 22 bits hold any position, 14 any wrist, 10 a rotation's component. */
const POSITION_BITS = 22
const WRIST_BITS = 14
const COMPONENT_BITS = 11

/**
 * Writes `next` as what differs from what the slot's memory predicts, or reads such a difference (and then ignores
 * `next`); either way the memory holds the sample afterwards.
 */
export function codeSample(bits: Bits, memory: SlotMemory, next: QuantisedSample, atMs: number): void {
  const known = memory.mask
  const timeMs = codeTime(bits, memory, next.timeMs, atMs)
  const mask = codeMask(bits, known, next.mask)
  const stepMs = (timeMs - memory.timeMs) | 0
  const pace =
    known !== 0 && memory.intervalMs > 0 && stepMs > 0 && stepMs <= LONGEST_STEP_MS
      ? stepMs / memory.intervalMs
      : 0
  const stays = mask & DISCONTINUITY ? 0 : known & mask
  const { channels } = next

  codeRigid(bits, memory, channels, HEAD, pace, (stays & HAS_HEAD) !== 0, POSITION_BITS)
  if (mask & HAS_GAZE) codeRotation(bits, memory, channels, GAZE, pace, (stays & HAS_GAZE) !== 0)
  if (mask & HAS_LEFT) codeHand(bits, memory, channels, LEFT, pace, (stays & HAS_LEFT) !== 0)
  if (mask & HAS_LEFT_JOINTS) codeJoints(bits, memory, channels, LEFT, pace, (stays & HAS_LEFT_JOINTS) !== 0)
  if (mask & HAS_RIGHT) codeHand(bits, memory, channels, RIGHT, pace, (stays & HAS_RIGHT) !== 0)
  if (mask & HAS_RIGHT_JOINTS)
    codeJoints(bits, memory, channels, RIGHT, pace, (stays & HAS_RIGHT_JOINTS) !== 0)

  memory.mask = mask
  memory.timeMs = timeMs
  memory.intervalMs = known !== 0 && stepMs > 0 && stepMs <= LONGEST_STEP_MS ? stepMs : 0
}

function codeTime(bits: Bits, memory: SlotMemory, timeMs: number, atMs: number): number {
  if (memory.mask === 0) return (atMs + bits.wide((timeMs - atMs) | 0)) >>> 0
  const expected = memory.timeMs + memory.intervalMs
  return (expected + bits.rice(memory.means, TIME_MEAN, (timeMs - expected) | 0)) >>> 0
}

function codeMask(bits: Bits, known: number, mask: number): number {
  const expected = known & ~DISCONTINUITY
  if (known !== 0 && bits.plain(1, mask === expected ? 0 : 1) === 0) return expected
  return bits.plain(6, mask >> 1) * 2 + HAS_HEAD
}

function codeRigid(
  bits: Bits,
  memory: SlotMemory,
  channels: Int32Array,
  at: number,
  pace: number,
  stays: boolean,
  positionBits: number,
): void {
  for (let axis = at; axis < at + 3; axis++) {
    if (stays) codeChannel(bits, memory, channels, axis, pace)
    else codeFresh(bits, memory, channels, axis, positionBits)
  }
  codeRotation(bits, memory, channels, at + 3, pace, stays)
}

function codeRotation(
  bits: Bits,
  memory: SlotMemory,
  channels: Int32Array,
  at: number,
  pace: number,
  stays: boolean,
): void {
  const largest = channels[at] ?? 0
  if (stays) {
    const known = memory.last[at] ?? 0
    if (bits.plain(1, largest === known ? 0 : 1) === 1) {
      const other = bits.plain(2, largest)
      leaveOut(other, memory.last, at)
      leaveOut(other, memory.before, at)
    }
    for (let component = at + 1; component < at + ROTATION_INTS; component++)
      codeChannel(bits, memory, channels, component, pace)
    return
  }
  memory.last[at] = memory.before[at] = bits.plain(2, largest)
  for (let component = at + 1; component < at + ROTATION_INTS; component++)
    codeFresh(bits, memory, channels, component, COMPONENT_BITS)
}

function codeHand(
  bits: Bits,
  memory: SlotMemory,
  channels: Int32Array,
  at: number,
  pace: number,
  stays: boolean,
): void {
  codeRigid(bits, memory, channels, at, pace, stays, POSITION_BITS)
  if (stays) codeChannel(bits, memory, channels, at + TRIGGER, 0)
  else codeFresh(bits, memory, channels, at + TRIGGER, 9)
}

function codeJoints(
  bits: Bits,
  memory: SlotMemory,
  channels: Int32Array,
  at: number,
  pace: number,
  stays: boolean,
): void {
  codeRigid(bits, memory, channels, at + WRIST, pace, stays, WRIST_BITS)
  if (stays) codeChannel(bits, memory, channels, at + SCALE, 0)
  else codeFresh(bits, memory, channels, at + SCALE, 9)
  for (let joint = 0; joint < JOINTS; joint++)
    codeRotation(bits, memory, channels, at + FINGERS + joint * ROTATION_INTS, pace, stays)
}

function codeChannel(bits: Bits, memory: SlotMemory, channels: Int32Array, at: number, pace: number): void {
  const { last, before, means } = memory
  const now = last[at] ?? 0
  const predicted = now + Math.round((now - (before[at] ?? 0)) * pace)
  before[at] = now
  last[at] = predicted + bits.rice(means, at, (channels[at] ?? 0) - predicted)
}

function codeFresh(bits: Bits, memory: SlotMemory, channels: Int32Array, at: number, count: number): void {
  const middle = 1 << (count - 1)
  memory.last[at] = memory.before[at] = bits.plain(count, (channels[at] ?? 0) + middle) - middle
  memory.means[at] = FIRST_MEAN
}
