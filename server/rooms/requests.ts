import type { Client } from '@colyseus/core'
import type { z } from 'zod'
import type { Log } from '#server/telemetry/log.ts'
import type { LiveAct, LiveAnswer } from '#shared/live/acts.ts'
import { intentMessage } from '#shared/protocol/intent-message.ts'
import { liveAct } from '#shared/protocol/live-messages.ts'
import { moderation } from '#shared/protocol/member-messages.ts'
import type { ClockAnswer, MemberAnswer } from '#shared/protocol/members.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { Company } from './company.ts'
import type { Rate } from './allowances.ts'
import type { Connection } from './connection.ts'
import type { PoseRelay } from './pose-relay/pose-relay.ts'
import { tellTime } from './tell-time.ts'

type Answer<T> = (client: Client, payload: unknown) => T
export type Requests = {
  readonly intent: Answer<Promise<IntentAnswer>>
  readonly moderate: Answer<Promise<MemberAnswer>>
  readonly live: Answer<Promise<LiveAnswer>>
  readonly clock: Answer<ClockAnswer | null>
}
export type RequestsOptions = {
  readonly company: Company
  readonly poses: PoseRelay
  readonly sessionMs: () => number
  readonly log: Log
}
type No = { ok: false; reason: 'not-now' | 'too-many' | 'malformed'; detail?: string }

/** What has a limit of its own among live acts. */
const limits: { readonly [Act in LiveAct['act']]?: Rate } = {
  ping: 'pings',
  watch: 'watches',
  'raise-hand': 'switches',
  'share-view': 'switches',
  'ask-help': 'switches',
  help: 'switches',
}

/** What a client may ask of the room, by name: limited, parsed, answered. */
export function createRequests({ company, poses, sessionMs, log }: RequestsOptions): Requests {
  /** A fault answers too: Colyseus would let the request resolve with nothing. */
  async function ask<Message, T>(
    client: Client,
    rate: Rate,
    schema: z.ZodType<Message>,
    payload: unknown,
    work: (connection: Connection, message: Message) => T | Promise<T>,
  ): Promise<T | No> {
    const connection = company.of(client)
    if (connection === undefined) return { ok: false, reason: 'not-now' }
    if (!connection.may(rate)) return { ok: false, reason: 'too-many' }
    const parsed = schema.safeParse(payload)
    if (!parsed.success)
      return { ok: false, reason: 'malformed', detail: parsed.error.issues[0]?.path.join('.') ?? '' }
    try {
      return await work(connection, parsed.data)
    } catch (error) {
      log('error', rate, { error })
      return { ok: false, reason: 'not-now', detail: 'fault' }
    }
  }

  return {
    intent: (client, payload) =>
      ask(client, 'intents', intentMessage, payload, ({ member, slot }, message) => {
        poses.acted(slot)
        return member.intend(message)
      }),
    moderate: (client, payload) =>
      ask(client, 'moderations', moderation, payload, ({ member }, act) => member.moderate(act)),
    live: (client, payload) =>
      ask<LiveAct, LiveAnswer>(client, 'liveActs', liveAct, payload, (connection, act) => {
        const limit = limits[act.act]
        const isTooMany = limit !== undefined && !connection.may(limit)
        return isTooMany ? { ok: false, reason: 'too-many' } : connection.member.live(act)
      }),
    clock: (client, payload) =>
      company.of(client)?.may('clocks') === true ? tellTime(payload, sessionMs()) : null,
  }
}
