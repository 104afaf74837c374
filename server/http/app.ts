import { Hono } from 'hono'
import { StorageError } from '#server/database/storage-error.ts'
import type { Rooms } from '#server/rooms/start-rooms.ts'
import type { ManualClock } from '#server/sessions/clock.ts'
import type { Log } from '#server/telemetry/log.ts'
import { KeyedBuckets } from '#server/token-bucket.ts'
import type { JoinApiDeps } from './api-join.ts'
import { joinApi } from './api-join.ts'
import type { PeopleApiDeps } from './api-people.ts'
import { peopleApi } from './api-people.ts'
import type { Scenarios } from '#server/scenarios/scenarios.ts'
import type { RunsApiDeps } from './api-runs.ts'
import { runsApi } from './api-runs.ts'
import { scenariosApi } from './api-scenarios.ts'
import { debugClock } from './debug-clock.ts'
import { limitRate, ownOriginOnly } from './guard.ts'
import type { HttpEnv } from './http-env.ts'
import { identify } from './identify.ts'
import { matchmakingApi } from './matchmaking.ts'
import type { OriginCheck } from './origins.ts'
import { pagesApp } from './pages.ts'
import { refusals, refuse } from './refuse.ts'
import { requestLog } from './request-log.ts'
import { securityHeaders } from './security-headers.ts'
import { trustPage } from './tls/trust-page.ts'

export type AppDeps = RunsApiDeps &
  Omit<PeopleApiDeps, 'guesses'> &
  Omit<JoinApiDeps, 'guesses'> & {
    readonly log: Log
    readonly scenarios: Scenarios
    readonly root: string
    readonly originCheck: OriginCheck
    readonly publicUrl: string | undefined
    readonly cookieKey: string
    readonly rootCertificate: string | undefined
    readonly rooms: Rooms
    readonly recordStore: { fetch(request: Request): Promise<Response> }
    /** Undefined when all that serving needs is there, else why not. */
    readonly notReady: () => Promise<string | undefined>
    /** Present under the manual clock alone. */
    readonly manualClock?: ManualClock | undefined
  }

/** A class of forty behind one address may all arrive in the same seconds. */
const byAddress = { perSecond: 100, burst: 600 } as const
const byPerson = { perSecond: 10, burst: 60 } as const
const guessesByAddress = { perSecond: 1, burst: 80 } as const
const guessesByPerson = { perSecond: 0.1, burst: 10 } as const

/** Everything that is answered over HTTP, on both listeners. */
export function createApp(deps: AppDeps): Hono<HttpEnv> {
  const { log, nowMs, originCheck, publicUrl, cookieKey } = deps
  const app = new Hono<HttpEnv>()
  app.use(requestLog(log), securityHeaders)
  app.onError((error) => {
    if (error instanceof StorageError) return refuse(refusals.storage(error.message), { 'retry-after': '5' })
    log('error', 'request handler', { error })
    return refuse(refusals.fault)
  })

  app.get('/healthz', (context) => context.text('ok'))
  app.get('/readyz', async (context) => {
    const reason = await deps.notReady()
    return reason === undefined ? context.text('ready') : context.text(`not ready: ${reason}`, 503)
  })

  const addresses = new KeyedBuckets(byAddress)
  const api = new Hono<HttpEnv>()
  api.use(
    ownOriginOnly(originCheck),
    identify(cookieKey, publicUrl),
    limitRate({ byAddress: addresses, byPerson: new KeyedBuckets(byPerson), nowMs }),
  )
  api.use(async (context, next) => {
    await next()
    context.header('cache-control', 'no-store')
  })
  const guesses = {
    byAddress: new KeyedBuckets(guessesByAddress),
    byPerson: new KeyedBuckets(guessesByPerson),
    nowMs,
  }
  api.route('/', peopleApi({ ...deps, guesses }))
  api.route('/', joinApi({ ...deps, guesses }))
  api.route('/scenarios', scenariosApi(deps))
  api.route('/runs', runsApi(deps))
  api.all('/*', () => refuse(refusals.unknown('address', 'The lobby is at /.')))
  app.route('/api', api)

  app.use('/matchmake/*', ownOriginOnly(originCheck))
  app.route('/matchmake', matchmakingApi(deps.rooms, addresses, nowMs))
  app.all('/xapi/*', ({ req }) => deps.recordStore.fetch(req.raw))
  if (deps.manualClock !== undefined) {
    app.use('/debug/*', ownOriginOnly(originCheck))
    app.route('/debug', debugClock(deps.manualClock, deps.sessions))
  }
  app.route('/', trustPage(deps.rootCertificate))
  app.route('/', pagesApp(deps.root))
  app.all('/*', () => refuse(refusals.unknown('address', 'The lobby is at /.')))
  return app
}
