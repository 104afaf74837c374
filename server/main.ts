import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { claimFolder } from './claim-folder.ts'
import { isLoopback, readConfig } from './config.ts'
import { openDatabase } from './database/database.ts'
import { greeting } from './greeting.ts'
import { createApp } from './http/app.ts'
import { createListeners } from './http/listen.ts'
import { createOriginCheck } from './http/origins.ts'
import { lanAddresses, localNames } from './http/tls/addresses.ts'
import { openTls } from './http/tls/open-tls.ts'
import { openInstance, rememberGreeting } from './instance.ts'
import { sqliteStatements, statementStoreTables } from './lrs/adapters/sqlite-statements.ts'
import { createLrs } from './lrs/lrs.ts'
import { guestsStore, sqliteGuests } from './people/adapters/sqlite-guests.ts'
import { peopleStore, sqlitePeople } from './people/adapters/sqlite-people.ts'
import { createToken, hashSecret } from './people/codes.ts'
import type { PeopleStore } from './people/people-store.ts'
import { createTickets } from './people/tickets.ts'
import { outboxStore, sqliteOutbox } from './records/adapters/sqlite-outbox.ts'
import { startDeliverer } from './records/deliverer.ts'
import { createRecordStoreClient } from './records/record-store-client.ts'
import { startRooms } from './rooms/start-rooms.ts'
import { folderScenarios } from './scenarios/adapters/folder-scenarios.ts'
import { pinnedScenariosStore, sqlitePinnedScenarios } from './scenarios/adapters/sqlite-pinned-scenarios.ts'
import { journalStore, sqliteJournal } from './sessions/adapters/sqlite-journal.ts'
import { createManualClock, realClock, realTicker, stoppedTicker } from './sessions/clock.ts'
import { debriefOf } from './sessions/debrief-of.ts'
import { TrainingSessions } from './sessions/training-sessions.ts'
import { createLog } from './telemetry/log.ts'

/** A store that does not answer must not hold up the stop: what it did not take was never acknowledged. */
const DRAIN_SESSIONS_MS = 8000
const FIRST_INVITE_LIFE_MS = 7 * 86_400_000
const root = join(import.meta.dirname, '..')

export type RunningServer = {
  readonly http: string
  readonly https: string
  /** Resolves when all is durable and closed; safe to call twice. */ stop(): Promise<void>
}
export type StartOptions = {
  readonly print?: (text: string) => void
  /** Another folder of scenarios and workplaces than the shipped one. */
  readonly scenes?: string
}

/**
 * Starts everything; the only place that knows which adapter is in use.
 * @throws {ConfigError} whose message says what to change
 */
export async function startServer(
  flags: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { print = (text) => process.stdout.write(text), scenes = join(root, 'scenes') }: StartOptions = {},
): Promise<RunningServer> {
  const config = readConfig(flags, environment)
  const manualClock = config.SIGHTLINE_CLOCK === 'manual' ? createManualClock(Date.now()) : undefined
  const clock = manualClock ?? realClock
  const nowMs = (): number => clock.nowMs()
  const log = createLog(print, () => Date.now())
  const instance = await openInstance(config, nowMs())
  const publicUrl = instance.publicUrl
  const leaveFolder = claimFolder(config.SIGHTLINE_DATA)
  const database = await openDatabase({
    directory: config.SIGHTLINE_DATA,
    stores: [journalStore, outboxStore, statementStoreTables, peopleStore, guestsStore, pinnedScenariosStore],
  })

  const people = sqlitePeople(database)
  const guests = sqliteGuests(database)
  const journal = sqliteJournal(database)
  const scenarios = folderScenarios(scenes, join(root, 'assets/built'))
  const pinned = sqlitePinnedScenarios(database)
  const recordStore = createLrs({
    store: sqliteStatements(database, nowMs),
    credentials: instance.recordStore,
    homePage: instance.homePage,
    nowMs,
  })
  const deliverer = startDeliverer({
    outbox: sqliteOutbox(database),
    client: createRecordStoreClient(recordStoreAddress(config, instance.recordStore, recordStore.fetch)),
    random: Math.random,
    onProblem: (problem) => log('warn', 'records', { problem }),
  })
  const sessions = new TrainingSessions({
    scenarios,
    pinned,
    journal,
    clock,
    ticker: manualClock === undefined ? realTicker : stoppedTicker,
    log,
    homePage: instance.homePage,
    // Whoever moves time by hand wants the same dice each time.
    seed: () => (manualClock === undefined ? randomInt(2 ** 31) : 1),
    onStatements: () => deliverer.nudge(),
  })

  const loopback = isLoopback(config.SIGHTLINE_HOST)
  const names = localNames()
  const addresses = loopback ? ['127.0.0.1', '::1'] : ['127.0.0.1', '::1', ...lanAddresses()]
  const tls = await openTls({
    dataFolder: config.SIGHTLINE_DATA,
    names,
    addresses,
    nowMs: Date.now(),
    ...(config.TLS_CERT !== undefined && config.TLS_KEY !== undefined
      ? { own: { certificate: config.TLS_CERT, key: config.TLS_KEY } }
      : {}),
  })
  const listeners = createListeners(tls)
  let ports = { httpPort: config.PORT, httpsPort: config.HTTPS_PORT }
  const originCheck = createOriginCheck({
    names,
    ports: () => [ports.httpPort, ports.httpsPort],
    ...(publicUrl === undefined ? {} : { publicUrl }),
  })
  const tickets = createTickets({ key: instance.keys.ticket, store: people, nowMs })
  const rooms = await startRooms(listeners.http, originCheck, {
    sessions,
    tickets,
    people,
    log,
    after: realClock.after,
  })

  const host = loopback ? (config.SIGHTLINE_HOST === '::1' ? '[::1]' : '127.0.0.1') : 'localhost'
  const address = (): { http: string; https: string } => ({
    http: `http://${host}:${ports.httpPort}`,
    https: `https://${host}:${ports.httpsPort}`,
  })
  const lan = addresses.find((candidate) => candidate !== '127.0.0.1' && candidate !== '::1')
  /** What other devices open. */
  const networkUrl = (): string | undefined =>
    publicUrl ?? (lan === undefined ? undefined : `https://${lan}:${ports.httpsPort}`)
  let stopping = false
  listeners.serve(
    createApp({
      log,
      root,
      originCheck,
      publicUrl,
      people,
      guests,
      tickets,
      sessions,
      scenarios,
      journal,
      debrief: (row) => debriefOf(row, pinned, journal),
      nowMs,
      rooms,
      recordStore,
      cookieKey: instance.keys.cookie,
      codeKey: instance.keys.ticket,
      rootCertificate: tls.root,
      adminToken: config.SIGHTLINE_ADMIN_TOKEN,
      baseUrl: () => networkUrl() ?? address().http,
      notReady: async () => {
        if (stopping) return 'stopping'
        await people.label('')
        return undefined
      },
      ...(manualClock === undefined ? {} : { manualClock }),
    }),
  )
  try {
    ports = await listeners.listen({
      host: config.SIGHTLINE_HOST,
      httpPort: config.PORT,
      httpsPort: config.HTTPS_PORT,
    })
  } catch (error) {
    await drain()
    throw error
  }
  const unfinished = await sessions.takeUpUnfinished()
  if (unfinished > 0) log('info', 'took up unfinished sessions', { sessions: unfinished })

  const instructorUrl =
    instance.firstStart && config.SIGHTLINE_ADMIN_TOKEN === undefined
      ? await inviteFirstInstructor(people, publicUrl ?? address().http, nowMs())
      : undefined
  print(
    greeting({
      localUrl: address().http,
      networkUrl: networkUrl(),
      recordStoreUrl: `${publicUrl ?? address().http}/xapi`,
      rootCertificate: tls.root,
      dataFolder: config.SIGHTLINE_DATA,
      ...(instructorUrl === undefined ? {} : { instructorUrl }),
    }),
  )
  await rememberGreeting(config.SIGHTLINE_DATA)
  print(`ready ${JSON.stringify(address())}\n`)

  /** In this order: nobody new comes in, everybody's last act is durable, records are sent, then the ground goes. */
  async function drain(): Promise<void> {
    stopping = true
    await within(DRAIN_SESSIONS_MS, sessions.close()) // 1. everybody away, everything in hand durable
    await rooms.stop() // 2. sockets closed with "server is stopping"
    await listeners.stop() // 3. no more requests
    await deliverer.stop() // 4. statements on their way, bounded
    await database.close() // 5. the file
    leaveFolder() // 6. others may have it
  }
  let drained: Promise<void> | undefined
  return { ...address(), stop: () => (drained ??= drain()) }
}

function recordStoreAddress(
  config: ReturnType<typeof readConfig>,
  own: { key: string; secret: string },
  fetchOwn: (request: Request) => Promise<Response>,
): Parameters<typeof createRecordStoreClient>[0] {
  const { XAPI_ENDPOINT: endpoint, XAPI_USERNAME: key, XAPI_PASSWORD: secret } = config
  if (endpoint !== undefined && key !== undefined && secret !== undefined)
    return { endpoint, key, secret, version: '2.0.0' }
  return {
    endpoint: 'http://sightline.invalid/xapi',
    ...own,
    version: '2.0.0',
    fetch: (input, init) => fetchOwn(new Request(input, init)),
  }
}

async function inviteFirstInstructor(people: PeopleStore, base: string, nowMs: number): Promise<string> {
  const token = createToken()
  await people.addInvite({
    tokenHash: hashSecret(token),
    grant: { kind: 'instructor' },
    uses: 1,
    expiresAtMs: nowMs + FIRST_INVITE_LIFE_MS,
  })
  return `${base}/join/#invite=${token}`
}

function within(ms: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
