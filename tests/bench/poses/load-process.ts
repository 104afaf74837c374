import { answerLines } from './bench-process.ts'
import { openClient, stampOf, type Heard, type LoadClient } from './load-client.ts'
import type { Load, Measured } from './load.ts'
import { recordedPerson, type Person } from './person.ts'
import { sessionMs, type Seat } from './serving.ts'

// A process of its own: all clients of one run. It is told its Load first, then to measure, as often as one likes.

const JOIN_AT_ONCE = 20
/** Who decodes what comes: the last ones in, who are served last. */
const LISTENERS = 4
const LOOP_MS = 1
const HEADSET_FRAME_MS = 1000 / 72
/** Nobody waits for an older one any more. */
const MOST_ON_THE_WAY = 200_000

let measure: ((seconds: number) => Promise<Measured>) | undefined
answerLines(async (question: Load | { seconds: number }) => {
  if ('seconds' in question) return (await measure?.(question.seconds)) ?? {}
  measure = await run(question)
  return {}
})

async function run(load: Load): Promise<(seconds: number) => Promise<Measured>> {
  const { senders, receivers } = load
  const sentAt = new Map<string, number>()
  const tally = { sent: 0, heard: 0, latenciesMs: [] as number[] }
  const clients = await joinAll(load, (slot, stamp) => {
    tally.heard += 1
    const at = sentAt.get(`${slot}/${stamp}`)
    if (at !== undefined) tally.latenciesMs.push(performance.now() - at)
  })
  const people = Array.from({ length: senders }, (_, index) => recordedPerson(index, load.fingers))
  sendForEver(load, people, (index, poses) => {
    const newest = poses.at(-1)
    const client = clients[index]
    if (newest === undefined || client?.open !== true) return
    if (sentAt.size > MOST_ON_THE_WAY) sentAt.clear()
    sentAt.set(`${client.slot}/${stampOf(load.variant, newest)}`, performance.now())
    client.send(poses)
    tally.sent += poses.length
  })

  return async (seconds) => {
    Object.assign(tally, { sent: 0, heard: 0, latenciesMs: [] })
    const receiving = clients.slice(receivers === 0 ? 0 : senders)
    const bytes = (): number => receiving.reduce((sum, client) => sum + client.bytesIn(), 0)
    const [before, from] = [bytes(), performance.now()]
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    return {
      seconds: (performance.now() - from) / 1000,
      bytes: (bytes() - before) / receiving.length,
      sent: tally.sent,
      heard: tally.heard / LISTENERS,
      latenciesMs: tally.latenciesMs,
      open: clients.filter((client) => client.open).length,
    }
  }
}

async function joinAll({ variant, port, senders, receivers }: Load, heard: Heard): Promise<LoadClient[]> {
  const total = senders + receivers
  const clients: LoadClient[] = []
  while (clients.length < total) {
    const first = clients.length
    const batch = Array.from({ length: Math.min(JOIN_AT_ONCE, total - first) }, async (_, offset) => {
      const index = first + offset
      const seat = await reserve(port, index < senders ? index + 1 : 0)
      return openClient(variant, port, seat, index >= total - LISTENERS ? heard : undefined)
    })
    clients.push(...(await Promise.all(batch)))
  }
  return clients
}

async function reserve(port: number, slot: number): Promise<Seat> {
  const response = await fetch(`http://127.0.0.1:${port}/?slot=${slot}`)
  return (await response.json()) as Seat
}

function sendForEver(
  { epochMs, hz, packed, onBeat }: Load,
  people: readonly Person[],
  send: (index: number, poses: ReturnType<Person>[]) => void,
): void {
  const everyMs = (1000 * packed) / hz
  const start = performance.now()
  const turns = people.map(() => ({
    beatMs: start + (onBeat ? 0 : Math.random() * everyMs),
    lateMs: 0,
    seq: 0,
  }))
  setInterval(() => {
    const now = performance.now()
    for (const [index, person] of people.entries()) {
      const turn = turns[index]
      if (turn === undefined || now < turn.beatMs + turn.lateMs) continue
      // Samples are of the beat, however late their message leaves.
      const sampledMs = sessionMs(epochMs) - (now - turn.beatMs)
      turn.beatMs += everyMs * Math.max(1, Math.floor((now - turn.beatMs) / everyMs))
      turn.lateMs = onBeat ? Math.random() * HEADSET_FRAME_MS : 0
      turn.seq += packed
      const poses = Array.from({ length: packed }, (_, n) => {
        const back = packed - 1 - n
        return person(sampledMs - (back * 1000) / hz, turn.seq - back)
      })
      send(index, poses)
    }
  }, LOOP_MS)
}
