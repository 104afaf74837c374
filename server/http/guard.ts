import type { MiddlewareHandler } from 'hono'
import type { KeyedBuckets } from '#server/token-bucket.ts'
import type { HttpEnv } from './http-env.ts'
import { addressOf } from './http-env.ts'
import type { OriginCheck } from './origins.ts'
import { refusals, refuse } from './refuse.ts'

const safe = new Set(['GET', 'HEAD'])

/** Requests that change something must come from our own pages. Browsers always name the origin of those; programs do not and have no cookie to abuse. */
export function ownOriginOnly(check: OriginCheck): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    const origin = context.req.header('origin')
    const foreign = origin !== undefined && !check(origin, context.req.header('host') ?? null)
    const crossSite = origin === undefined && context.req.header('sec-fetch-site') === 'cross-site'
    if ((foreign || crossSite) && !safe.has(context.req.method)) return refuse(refusals.foreignOrigin)
    return next()
  }
}

export type Limits = {
  readonly byPerson: KeyedBuckets
  readonly byAddress: KeyedBuckets
  readonly nowMs: () => number
}

/** Refuses who asks too often. The address's share is that of a class behind one router. */
export function limitRate({ byPerson, byAddress, nowMs }: Limits): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    const allowed =
      byAddress.take(addressOf(context), nowMs()) && byPerson.take(context.get('person'), nowMs())
    return allowed ? next() : refuse(refusals.tooMany, { 'retry-after': '5' })
  }
}
