import type { IntentAnswer, IntentMessage, WelcomeMessage } from '#shared/protocol/messages.ts'
import type { ClientEdition, PrivateView } from '#shared/protocol/views.ts'
import type { ApiResult, Problem } from '#client/problem.ts'
import { createSessionLink } from './session-link.ts'
import type { SessionLinkOptions } from './session-link.ts'
import type { LeftWhy, RoomListener, RoomPort, RoomRequests } from './room-port.ts'

export const problem = (code: string, transient: boolean, status = transient ? 0 : 404): Problem => ({
  status,
  code,
  message: '',
  hint: '',
  transient,
})

export class FakeRoom implements RoomPort {
  listener: RoomListener | null = null
  readonly requests: IntentMessage[] = []
  readonly asked: [name: string, message: unknown][] = []
  answers: Partial<{ [Name in keyof RoomRequests]: RoomRequests[Name]['answer'] }> = {}
  readonly poses: Uint8Array[] = []
  leftByUs = false
  answer: (message: IntentMessage) => Promise<IntentAnswer | 'unanswered'> = async () => ({
    ok: true,
    tick: 1,
  })

  listen(listener: RoomListener) {
    this.listener = listener
  }
  request(message: IntentMessage) {
    this.requests.push(message)
    return this.answer(message)
  }
  async ask<Name extends keyof RoomRequests>(name: Name, message: RoomRequests[Name]['message']) {
    this.asked.push([name, message])
    return this.answers[name] ?? null
  }
  sendPose(bytes: Uint8Array) {
    this.poses.push(bytes)
    return true
  }
  leave() {
    this.leftByUs = true
  }
  welcome(epoch: number, as: Partial<WelcomeMessage> = {}) {
    const message = { protocol: 1, session: 's', person: 'p', role: 'trainee', epoch, spawn: 'door' }
    this.listener?.welcome({
      ...message,
      kind: 'participant',
      moderates: false,
      scenario: { id: 'x', version: '1.0.0', contentHash: '' },
      ...as,
    })
  }
  view(phase: PrivateView['phase']) {
    this.listener?.view({ phase } as PrivateView)
  }
  drop(why: LeftWhy = 'lost') {
    this.listener?.left(why)
  }
}

/** A link over rooms, tickets and timers that a test holds in its hand. */
export function linkInHand(extra: Partial<SessionLinkOptions> = {}) {
  const rooms: FakeRoom[] = []
  const joins: string[] = []
  const timers: { delayMs: number; fire: () => void }[] = []
  let tickets = 0
  const server = {
    ticket: async (): Promise<ApiResult<{ ticket: string }>> => ({
      ok: true,
      value: { ticket: `t${(tickets += 1)}` },
    }),
    join: async (): Promise<ApiResult<FakeRoom>> => ({ ok: true, value: new FakeRoom() }),
  }
  const link = createSessionLink({
    edition: {} as ClientEdition,
    session: 's',
    ticket: () => server.ticket(),
    async connect(_session, ticket) {
      joins.push(ticket)
      const joined = await server.join()
      if (joined.ok) rooms.push(joined.value)
      return joined
    },
    nowMs: () => 0,
    setTimer(fire, delayMs) {
      const timer = { delayMs, fire }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
    random: () => 1,
    ...extra,
  })
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
  async function fireTimer() {
    const timer = timers.shift()
    timer?.fire()
    await settle()
    return timer?.delayMs
  }
  return { link, rooms, joins, timers, server, settle, fireTimer }
}
