import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { SCENARIO, sceneForMany } from '../company/scene-for-many.ts'
import { Trainee } from '../run/trainee.ts'
import { startServer } from '../start-server.ts'
import { Dice } from './dice.ts'
import { HostileMember } from './hostile-member.ts'
import { Peer } from './peer.ts'

const entry = fileURLToPath(new URL('../company/serve-scenes.ts', import.meta.url))
const ATTACKERS = 24

export type FuzzResult = {
  readonly sent: number
  readonly byKind: Readonly<Record<string, number>>
  /** How often attackers came in; every time but the first after they were thrown out. */
  readonly joins: number
  /** What peers noticed, and what the server logged as its own faults. */
  readonly harm: readonly string[]
  readonly faults: readonly string[]
  readonly logLines: number
  readonly peerFrames: number
  readonly peerAnswers: number
  readonly longestPauseMs: number
  readonly exitCode: number | null
}

/** Malformed frames and messages against a room of the real server, while two others train in it. */
export async function fuzzRoom({ messages, seed }: { messages: number; seed: number }): Promise<FuzzResult> {
  const scenes = await sceneForMany(ATTACKERS + 2)
  const server = await startServer({ entry, env: { SCENES: scenes } })
  try {
    const host = new Trainee(server.http)
    await host.call('GET', '/api/me')
    const peers = [new Peer(host)]
    const session = await host.begin(SCENARIO, 'practice')
    const { body: shared } = await host.call<{ code: string }>('POST', `/api/runs/${session}/code`, {})
    const invited = async (): Promise<string> => {
      const guest = new Trainee(server.http)
      await guest.call('GET', '/api/me')
      await guest.call('POST', '/api/join', { code: shared.code })
      return guest.cookie
    }
    const guest = new Trainee(server.http, await invited())
    peers.push(new Peer(guest))
    await guest.comeBack(session)
    for (const peer of peers) peer.start()

    const attackers: HostileMember[] = []
    for (let n = 0; n < ATTACKERS; n++)
      attackers.push(new HostileMember(server.http, await invited(), session, new Dice(seed + n)))
    await Promise.all(attackers.map((attacker) => attacker.send(Math.ceil(messages / ATTACKERS))))

    for (const peer of peers) await peer.stop()
    const harm = peers.flatMap((peer) => peer.harm)
    const exitCode = await server.stop()
    const lines = server.log().split('\n')
    const byKind = count(attackers)
    return {
      sent: Object.values(byKind).reduce((sum, times) => sum + times, 0),
      byKind,
      joins: attackers.reduce((sum, { joins }) => sum + joins, 0),
      harm,
      faults: lines.filter((line) => / error /.test(line) || /uncaught|unhandled/i.test(line)),
      logLines: lines.length,
      peerFrames: Math.min(...peers.map(({ frames }) => frames)),
      peerAnswers: Math.min(...peers.map(({ answers }) => answers)),
      longestPauseMs: Math.max(...peers.map(({ longestPauseMs }) => longestPauseMs)),
      exitCode,
    }
  } finally {
    await server.kill9()
    await rm(scenes, { recursive: true, force: true })
  }
}

function count(attackers: readonly HostileMember[]): Record<string, number> {
  const byKind: Record<string, number> = {}
  for (const { sent } of attackers)
    for (const [kind, times] of sent) byKind[kind] = (byKind[kind] ?? 0) + times
  return byKind
}
