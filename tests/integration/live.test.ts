import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import type { LiveAct, LiveAnswer } from '#shared/live/acts.ts'
import type { Annotation } from '#shared/live/state.ts'
import { drawOn } from '#client/net/draw-on.ts'
import type { Statement } from '#shared/xapi/statement.ts'
import { verbs } from '#shared/xapi/vocabulary.ts'
import { SCENARIO, sceneForMany } from '../support/company/scene-for-many.ts'
import { readRecords } from '../support/run/read-records.ts'
import { Trainee } from '../support/run/trainee.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'

const entry = fileURLToPath(new URL('../support/company/serve-scenes.ts', import.meta.url))
const adminToken = 'the-operator-token-of-this-test'
const undo: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

type Person = Trainee & { person: string }

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise(setImmediate)
}
const drawingsOf = ({ messages }: Trainee): ReadonlyMap<string, Annotation> =>
  drawOn(new Map(), messages.drawings.flat())
const liveOf = ({ messages }: Trainee) => messages.live.at(-1)

async function serve(): Promise<{ data: string; start(): Promise<RunningServer> }> {
  const [data, scenes] = [await mkdtemp(join(tmpdir(), 'sightline-live-')), await sceneForMany(2)]
  undo.push(async () => {
    for (const folder of [data, scenes]) await rm(folder, { recursive: true, force: true })
  })
  return {
    data,
    async start() {
      const env = { SCENES: scenes, SIGHTLINE_ADMIN_TOKEN: adminToken }
      const server = await startServer({ clock: 'manual', data, entry, env })
      undo.push(() => server.kill9())
      return server
    },
  }
}

async function arrive({ http }: RunningServer, name: string, cookie = ''): Promise<Person> {
  const trainee = new Trainee(http, cookie)
  const { body } = await trainee.call<{ person: string }>('PUT', '/api/me', { name })
  return Object.assign(trainee, { person: body.person })
}

test('ROOM-52 ROOM-55 ROOM-57 HOST-62 XAPI-16 an expert leads a trainee and a spectator: drawn by two at once, asked, answered, all there for who comes late and after kill -9, and recorded', async () => {
  const { data, start } = await serve()
  const first = await start()
  const ina = await arrive(first, 'Ina')
  await ina.call('POST', '/api/invites/redeem', { token: adminToken })
  const session = await ina.begin(SCENARIO, 'practice', { as: 'instructor' })
  const { body: shared } = await ina.call<{ code: string }>('POST', `/api/runs/${session}/code`, {})
  const [ada, olga, eve] = [
    await arrive(first, 'Ada'),
    await arrive(first, 'Olga'),
    await arrive(first, 'Eve'),
  ]
  for (const guest of [ada, olga, eve]) await guest.call('POST', '/api/join', { code: shared.code })
  await ada.comeBack(session, { as: 'participant' })
  await olga.comeBack(session, { as: 'spectator' })

  let tick = 0
  let server = first
  const advance = async (ticks = 2): Promise<void> => server.advance({ session, toTick: (tick += ticks) })
  const ask = async (...asked: [Person, LiveAct][]): Promise<LiveAnswer[]> => {
    const answers = asked.map(([{ room }, act]): Promise<LiveAnswer> => room.request('live', act))
    for (const [person] of asked) await person.heard()
    await advance()
    return Promise.all(answers)
  }
  const yes = { ok: true } as const
  const begun = ina.room.request('moderate', { act: 'begin' })
  await ina.heard()
  await advance()
  expect(await begun).toEqual(yes)

  // Who may not hears why; who leads is known to all at once.
  expect(await ask([olga, { act: 'lead' }], [ada, { act: 'step', move: 'skip' }])).toEqual([
    { ok: false, reason: 'not-allowed' },
    { ok: false, reason: 'not-allowed' },
  ])
  const arrow = {
    act: 'draw',
    shape: 'arrow',
    anchor: '',
    points: [0, 1000, 0, 500, 1000, 0],
    done: true,
  } as const
  expect(await ask([ada, { ...arrow, id: 'a', color: 1 }])).toEqual([{ ok: false, reason: 'not-allowed' }])
  expect(await ask([ina, { act: 'lead' }])).toEqual([yes])
  await until(() => [ada, olga].every((person) => liveOf(person)?.leader === ina.person))
  await until(() =>
    ina.messages.lead.some(({ steps }) => steps.some(({ people }) => people.includes(ada.person))),
  )
  expect([ada.messages.lead, olga.messages.lead]).toEqual([[], []])

  // Two draw in one tick; who comes late has all of it.
  expect(await ask([ina, { act: 'allow', what: 'draw', person: '', on: true }])).toEqual([yes])
  const ofIna: LiveAct = { ...arrow, id: 'a', color: 0, anchor: 'ext-abc' }
  expect(await ask([ada, { ...arrow, id: 'a', color: 1 }], [ina, ofIna])).toEqual([yes, yes])
  await until(() => drawingsOf(olga).size === 2)
  await eve.comeBack(session, { as: 'spectator' })
  await until(() => drawingsOf(eve).size === 2)
  expect(Object.fromEntries(drawingsOf(eve))).toEqual(Object.fromEntries(drawingsOf(olga)))
  expect(liveOf(eve)?.leader).toBe(ina.person)

  // The spectator watches, is asked, answers once, and raises a hand.
  expect(await ask([olga, { act: 'watch', way: 'window', of: ina.person }])).toEqual([yes])
  expect(await ask([ina, { act: 'ask-next' }])).toEqual([yes])
  await until(() => liveOf(olga)?.poll?.correct === null)
  const poll = liveOf(olga)?.poll
  const answer: LiveAct = { act: 'answer', poll: poll?.n ?? 0, option: poll?.options[0]?.id ?? '' }
  expect(await ask([olga, answer])).toEqual([yes])
  expect(await ask([olga, answer])).toEqual([{ ok: false, reason: 'already-so' }])
  expect(await ask([olga, { act: 'raise-hand', on: true }])).toEqual([yes])
  expect(await ask([ina, { act: 'hint', to: ada.person, text: 'to your left' }])).toEqual([yes])
  await until(() => ada.messages.cues.some(({ cues }) => cues.some(({ kind }) => kind === 'privateHint')))
  await advance(80)
  const before = { live: liveOf(eve), drawings: Object.fromEntries(drawingsOf(eve)) }

  await first.kill9()
  server = await start()
  const [inaBack, adaBack, olgaBack] = [
    await arrive(server, 'Ina', ina.cookie),
    await arrive(server, 'Ada', ada.cookie),
    await arrive(server, 'Olga', olga.cookie),
  ]
  await adaBack.comeBack(session)
  await inaBack.comeBack(session, { as: 'instructor' })
  await olgaBack.comeBack(session, { as: 'spectator' })
  await until(() => drawingsOf(olgaBack).size === 2)
  expect(Object.fromEntries(drawingsOf(olgaBack))).toEqual(before.drawings)
  expect(liveOf(olgaBack)).toMatchObject({ leader: ina.person, hands: [olga.person], poll: { n: poll?.n } })
  await advance()
  await until(() => Object.values(adaBack.room.state.toJSON().asking as object).includes('Olga'))
  await until(() => Object.keys(liveOf(olgaBack)?.watchers ?? { somebody: 1 }).length === 0)
  expect(await ask([inaBack, { act: 'erase', key: `${ada.person}/a` }])).toEqual([yes])
  await until(() => drawingsOf(olgaBack).size === 1)

  expect(await server.stop()).toBe(0)
  const { statements, undelivered, intact } = readRecords(data, session)
  expect({ undelivered, intact }).toEqual({ undelivered: 0, intact: true })
  const told = statements.map(
    (body) => JSON.parse(body) as Statement & { actor: { account: { name: string } } },
  )
  const by = (person: Person, verb: keyof typeof verbs) =>
    told.filter(({ actor, verb: said }) => actor.account.name === person.person && said.id === verbs[verb])
  expect(by(olga, 'answered')).toHaveLength(1)
  expect(by(olga, 'answered')[0]).toMatchObject({
    object: { definition: { interactionType: 'choice' } },
    context: { instructor: { account: { name: ina.person } } },
  })
  expect(by(olga, 'observed')[0]?.result?.duration).toMatch(/^PT\d+(\.\d+)?S$/)
  expect(
    [by(ada, 'annotated'), by(ina, 'annotated'), by(ina, 'coached')].map(({ length }) => length),
  ).toEqual([1, 1, 1])
  expect(JSON.stringify(told)).not.toContain('to your left')
})
