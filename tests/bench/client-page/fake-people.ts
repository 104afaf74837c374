import type { MemberClient, MembersClient } from '#client/net/members.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { writable } from '#client/runtime/readable.ts'
import { withHands } from '#shared/poses/moving-hands.fixture.ts'
import { createPoseEncoder } from '#shared/poses/pose-encoder.ts'
import type { PoseSample } from '#shared/poses/pose-sample.ts'

const FLUSH_MS = 50
const LENGTH_MS = 60_000
const COLUMNS = 8

declare global {
  var benchManual: boolean
}

/**
 * A crowd in the room, every second one with tracked hands: frames as a room sends them, encoded beforehand, and the link's answers
 * about them. While frames are stepped by hand `performance.now()` follows these.
 */
export function fakePeople(count: number): Pick<SessionLink, 'members' | 'onPoses' | 'requestClock'> {
  const listeners = new Set<(bytes: Uint8Array) => void>()
  const frames = encodeAll(count)
  const realNow = performance.now.bind(performance)
  let manualMs = 0
  let startMs = 0
  let next = 0
  performance.now = () => (globalThis.benchManual ? manualMs : realNow())

  function send(frameMs: number) {
    manualMs = globalThis.benchManual ? Math.max(manualMs + 1000 / 72, startMs) : realNow()
    const nowMs = performance.now()
    while (listeners.size > 0 && startMs + next * FLUSH_MS <= nowMs) {
      const bytes = frames[next++]
      if (bytes) for (const listener of listeners) listener(bytes)
    }
    if (Number.isFinite(frameMs)) requestAnimationFrame(send)
  }
  if (count > 0) requestAnimationFrame(send)

  return {
    members: writable(membersOf(count)),
    requestClock: async (t0) => ({ t0, session: performance.now() - startMs }),
    onPoses(listener) {
      if (listeners.size === 0 && next === 0) startMs = realNow()
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function membersOf(count: number): MembersClient {
  const people = Array.from({ length: count }, (_, i): [string, MemberClient] => {
    const calm = { connected: true, away: false, bot: false, muted: false, number: i + 2 }
    const member = { name: `Íñigo ${i + 1}`, kind: 'participant' as const, role: '', slot: i + 1 }
    return [`person-${i + 1}`, { ...member, ...calm, reaching: '', offering: '' }]
  })
  return { people: Object.fromEntries(people), spectators: 0, locked: false, asking: {} }
}

function encodeAll(count: number): Uint8Array[] {
  const encoder = createPoseEncoder()
  const slots = Array.from({ length: count }, (_, i) => i + 1)
  const frames = [encoder.key(0)]
  for (let atMs = 0; count > 0 && atMs < LENGTH_MS; atMs += FLUSH_MS) {
    for (const slot of slots) {
      const sample = sampleOf(slot, atMs)
      encoder.put(slot, slot % 2 === 0 ? withHands(sample, atMs) : sample)
    }
    const frame = encoder.frame(slots, atMs)
    if (frame) frames.push(frame)
  }
  return frames
}

/** Looks about, shifts from foot to foot and gestures, on a place of its own in the kitchen. */
function sampleOf(slot: number, atMs: number): PoseSample {
  const t = atMs / 1000 + slot * 7
  const x = -2.2 + ((slot - 1) % COLUMNS) * 0.62 + 0.1 * Math.sin(t)
  const z = -1.4 + Math.floor((slot - 1) / COLUMNS) * 0.52 + 0.08 * Math.cos(t * 0.7)
  const yaw = slot + 0.8 * Math.sin(t * 0.9)
  const half = yaw / 2
  const hand = (side: number) => ({
    position: [
      x + 0.25 * side * Math.cos(yaw) - 0.35 * Math.sin(yaw),
      1.1 + 0.15 * Math.sin(t * 1.7 + side),
      z - 0.25 * side * Math.sin(yaw) - 0.35 * Math.cos(yaw),
    ] as [number, number, number],
    rotation: [0, Math.sin(half), 0, Math.cos(half)] as [number, number, number, number],
    trigger: Math.max(0, Math.sin(t * 2)),
  })
  return {
    timeMs: atMs,
    discontinuity: false,
    head: {
      position: [x, 1.6 + 0.02 * Math.sin(t * 2), z],
      rotation: [0, Math.sin(half), 0, Math.cos(half)],
    },
    left: hand(-1),
    right: hand(1),
  }
}
