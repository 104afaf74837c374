import { Hono } from 'hono'
import { z } from 'zod'
import type { Rooms } from '#server/rooms/start-rooms.ts'
import type { HttpEnv } from './http-env.ts'
import { addressOf } from './http-env.ts'
import type { KeyedBuckets } from '#server/token-bucket.ts'
import { readJson } from './read-json.ts'
import { refusals, refuse } from './refuse.ts'

const options = z.looseObject({ session: z.uuid() })

/** Colyseus' matchmaking address, behind our own checks; answers in the shape its client reads. */
export function matchmakingApi(rooms: Rooms, byAddress: KeyedBuckets, nowMs: () => number): Hono<HttpEnv> {
  const api = new Hono<HttpEnv>()
  api.post('/:method/:room', async (context) => {
    if (!byAddress.take(addressOf(context), nowMs())) return refuse(refusals.tooMany, { 'retry-after': '5' })
    const body = await readJson(context, options)
    if (!body.ok) return body.response
    const { method, room } = context.req.param()
    const headers = new Headers()
    const authorization = context.req.header('authorization')
    if (authorization !== undefined) headers.set('authorization', authorization)
    const seat = await rooms.matchmake(method, room, { session: body.value.session }, headers)
    return Response.json(seat.body, { status: seat.status, headers: { 'cache-control': 'no-store' } })
  })
  return api
}
