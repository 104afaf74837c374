import { Hono } from 'hono'
import { z } from 'zod'
import type { ManualClock } from '#server/sessions/clock.ts'
import type { TrainingSessions } from '#server/sessions/training-sessions.ts'
import type { HttpEnv } from './http-env.ts'
import { readJson } from './read-json.ts'

const tick = z.int().min(0).max(10_000_000)
const move = z.union([
  z.strictObject({ session: z.uuid().optional(), toTick: tick }),
  z.strictObject({
    advanceMs: z
      .int()
      .min(0)
      .max(86_400_000 * 400),
  }),
])

/** Only under the manual clock: `{session?, toTick}` ticks sessions up to that number and answers when it is durable; `{advanceMs}` moves service time. */
export function debugClock(clock: ManualClock, sessions: TrainingSessions): Hono<HttpEnv> {
  const api = new Hono<HttpEnv>()
  api.post('/clock', async (context) => {
    const body = await readJson(context, move)
    if (!body.ok) return body.response
    if ('advanceMs' in body.value) {
      clock.advance(body.value.advanceMs)
      return context.json({ nowMs: clock.nowMs() })
    }
    const { session: only, toTick } = body.value
    const chosen = (await sessions.live()).filter(({ id }) => only === undefined || id === only)
    await Promise.all(chosen.map((session) => session.advanceTo(toTick)))
    return context.json({
      sessions: chosen.map(({ id, tickNumber, ended }) => ({ session: id, tick: tickNumber, ended })),
    })
  })
  return api
}
