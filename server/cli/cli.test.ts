import { access, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { runOwnTest } from '#shared/scenario/own-tests/run-own-test.ts'
import { changed, copy, smallScenario, smallWorkplace, type Loose } from '#shared/scenario/small.fixture.ts'
import type { LogEntry } from '#shared/session/log.ts'
import { openDatabase } from '../database/database.ts'
import { openInstance } from '../instance.ts'
import { outboxStore } from '../records/adapters/sqlite-outbox.ts'
import { pinnedScenariosStore, sqlitePinnedScenarios } from '../scenarios/adapters/sqlite-pinned-scenarios.ts'
import { journalStore, sqliteJournal } from '../sessions/adapters/sqlite-journal.ts'
import { credentialsCommand } from './credentials-command.ts'
import { replayCommand } from './replay-command.ts'
import { runCli } from './run-cli.ts'
import { testCommand } from './test-command.ts'
import { validateCommand } from './validate-command.ts'
import { verifyCommand } from './verify-command.ts'

const commands = [validateCommand, testCommand, replayCommand, verifyCommand, credentialsCommand]

async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(commands, args, {
    line: (text) => out.push(text),
    error: (text) => err.push(text),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** A scenes folder with the small scenario, changed as the test wants. */
async function scenesWith(change: (scenario: Loose) => void = () => undefined): Promise<string> {
  const scenes = await mkdtemp(join(tmpdir(), 'scenes-'))
  const scenario = copy(smallScenario)
  change(scenario)
  for (const [kind, id, document] of [
    ['scenario', 'reading', scenario],
    ['workplace', 'cell', smallWorkplace],
  ] as const) {
    await mkdir(join(scenes, `${kind}s`, id), { recursive: true })
    await writeFile(join(scenes, `${kind}s`, id, `${kind}.json`), JSON.stringify(document))
  }
  return scenes
}

/** A data folder in which the first test of the small scenario was played as a session. */
async function playedSession(
  tamper: (entries: LogEntry[]) => void = () => undefined,
  { pinned = true } = {},
): Promise<{ data: string; session: string }> {
  const { scenario, workplace } = changed()
  const [own] = scenario.tests
  if (!own) throw new Error('no test')
  const { head, entries: played, outcome = '' } = runOwnTest(scenario, workplace, own)
  const entries = copy([...played])
  tamper(entries)
  const data = await mkdtemp(join(tmpdir(), 'data-'))
  const database = await openDatabase({
    directory: data,
    stores: [journalStore, outboxStore, pinnedScenariosStore],
  })
  if (pinned)
    await sqlitePinnedScenarios(database).pin({
      scenario,
      workplace,
      hash: head.scenario.hash,
      workplaceHash: head.workplaceHash,
      assetHashes: head.assetHashes,
    })
  const journal = sqliteJournal(database)
  const { session, mode, registration, createdAt } = head
  await journal.create({
    id: session,
    scenario: { id: scenario.id, version: scenario.version },
    mode,
    registration,
    createdAt,
    head: canonicalJson(head),
    host: '',
    persons: [],
  })
  await journal.append({
    session,
    entries: entries.map((entry) => ({ n: entry.n, hash: entry.hash, bytes: canonicalJson(entry) })),
    statements: [],
    ended: { at: 1, outcome },
  })
  await database.close()
  return { data, session }
}

describe('sightline', () => {
  test.each([
    [[], 2, 'validate'],
    [['frob'], 2, "unknown command 'frob'; there are: validate, test, replay, verify, credentials"],
    [['validate'], 2, 'expected one SCENARIO, got nothing'],
    [['validate', 'a', 'b'], 2, 'expected one SCENARIO, got a b'],
    [['validate', '--colour'], 2, "Unknown option '--colour'"],
  ])('CLI-01 CLI-02 %j exits %i and says what to do', async (args, code, message) => {
    const answer = await cli(...args)
    expect({ code: answer.code, out: answer.out }).toEqual({ code, out: '' })
    expect(answer.err).toContain(message)
  })

  test.each(commands.map(({ name }) => name))('CLI-03 %s explains itself', async (name) => {
    expect(await cli(name, '--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining(`sightline ${name}`) as string,
    })
  })

  test('CLI-02 an unknown scenario is answered with those there are', async () => {
    expect(await cli('validate', 'singing', '--scenes', await scenesWith())).toMatchObject({
      code: 2,
      err: expect.stringContaining("unknown scenario 'singing'; there are: reading") as string,
    })
  })
})

describe('validate', () => {
  test('CLI-04 a sound document', async () => {
    expect(await cli('validate', 'reading', '--scenes', await scenesWith())).toMatchObject({
      code: 0,
      out: expect.stringContaining('reading 1.0.0 is sound: 2 tests of its own pass') as string,
    })
  })

  test('CLI-03 CLI-04 an own test that fails is a finding', async () => {
    const { code, out } = await cli(
      'validate',
      'reading',
      '--json',
      '--scenes',
      await scenesWith((s) => void (s.tests[1].expect.passed = true)),
    )
    expect({ code, ...JSON.parse(out) }).toMatchObject({
      code: 1,
      ok: false,
      findings: [
        { code: 'own-test-fails', place: "test 'dark'", message: 'expected it to be passed, it was failed' },
      ],
    })
  })

  test('CLI-04 a malformed document', async () => {
    const { code, out } = await cli(
      'validate',
      'reading',
      '--scenes',
      await scenesWith((s) => void (s.procedure.of[1].transitions[0].when.type = 'telepathy')),
    )
    expect(code).toBe(1)
    expect(out).toContain(
      "error schema: step 'take', transition 1, when, type (scenario /procedure/of/1/transitions/0/when/type)",
    )
    expect(out).toContain('reading: 1 errors, 0 warnings')
  })
})

describe('test', () => {
  test('CLI-05 tells each test and the sum', async () => {
    const { code, out } = await cli('test', 'reading', '--scenes', await scenesWith())
    expect({ code, lines: out.split('\n') }).toEqual({
      code: 0,
      lines: [
        'pass pass: Light, then book (read, 100 %, 0.2 s)',
        'pass dark: Book in the dark (read, 100 %, 0.2 s, mistakes: in-the-dark)',
        'reading: 2 passed, 0 failed',
      ],
    })
  })

  test('CLI-05 a failure says what was expected, as text and as JSON', async () => {
    const scenes = await scenesWith((s) => void (s.tests[1].expect.passed = true))
    const text = await cli('test', 'reading', '--scenes', scenes)
    expect({ code: text.code, tail: text.out.split('\n').slice(1) }).toEqual({
      code: 1,
      tail: [
        'FAIL dark: Book in the dark (read, 100 %, 0.2 s, mistakes: in-the-dark)',
        '     expected it to be passed, it was failed',
        'reading: 1 passed, 1 failed',
      ],
    })
    expect(
      JSON.parse((await cli('test', 'reading', '--only', 'dark', '--json', '--scenes', scenes)).out),
    ).toMatchObject({ ok: false, tests: [{ id: 'dark', passed: false, outcome: 'read' }] })
  })

  test('CLI-02 an unknown test is answered with those there are', async () => {
    expect((await cli('test', 'reading', '--only', 'light', '--scenes', await scenesWith())).err).toContain(
      "unknown test 'light'; there are: pass, dark",
    )
  })

  test('CLI-06 golden runs want a reason and no failure', async () => {
    const scenes = await scenesWith()
    expect((await cli('test', 'reading', '--renew', 'because', '--scenes', scenes)).code).toBe(2)
    expect(
      (await cli('test', 'reading', '--renew', 'The first version of this document', '--scenes', scenes))
        .code,
    ).toBe(0)
    expect(await readdir(join(scenes, 'scenarios', 'reading', 'replays'))).toEqual(['dark.json', 'pass.json'])
    const failing = await scenesWith((s) => void (s.tests[1].expect.passed = true))
    expect(
      (await cli('test', 'reading', '--renew', 'The first version of this document', '--scenes', failing))
        .code,
    ).toBe(1)
    await expect(access(join(failing, 'scenarios', 'reading', 'replays'))).rejects.toThrow('ENOENT')
  })
})

describe('replay and verify', () => {
  test('CLI-07 CLI-08 a stored session gives the same events and state again', async () => {
    const { data, session } = await playedSession()
    const replayed = JSON.parse((await cli('replay', session, '--json', '--data', data)).out) as Record<
      string,
      unknown
    >
    expect(replayed).toMatchObject({
      ok: true,
      session,
      sessionMs: 200,
      mismatches: [],
      stateHash: replayed['storedHash'],
    })
    expect(replayed['realTimes']).toBeGreaterThan(0)
    expect(await cli('verify', session, '--data', data)).toMatchObject({
      code: 0,
      out: expect.stringContaining('chain whole') as string,
    })
  })

  test('CLI-07 CLI-08 a log that was changed is found out', async () => {
    const { data, session } = await playedSession((entries) => void (entries[2] && (entries[2].inputs = [])))
    expect(await cli('verify', session, '--data', data)).toMatchObject({
      code: 1,
      out: `${session}: entry 2: content changed`,
    })
    expect(await cli('replay', session, '--data', data)).toMatchObject({
      code: 1,
      out: `${session}: the log is damaged at entry 2: content changed`,
    })
  })

  test('CLI-07 without the documents it began with there is no replay', async () => {
    const { data, session } = await playedSession(undefined, { pinned: false })
    expect(await cli('replay', session, '--data', data)).toMatchObject({
      code: 1,
      out: expect.stringContaining('were not kept') as string,
    })
  })

  test('CLI-02 CLI-09 an unknown session, and a folder without any', async () => {
    const { data } = await playedSession()
    expect((await cli('replay', 'nobody', '--data', data)).err).toContain("unknown session 'nobody'")
    const nowhere = join(data, 'nowhere')
    expect(await cli('verify', 'x', '--data', nowhere)).toMatchObject({
      code: 2,
      err: expect.stringContaining('there are no sessions in') as string,
    })
    await expect(access(nowhere)).rejects.toThrow('ENOENT')
  })
})

describe('credentials', () => {
  test('CLI-09 prints what the data folder holds, and makes none', async () => {
    const data = await mkdtemp(join(tmpdir(), 'data-'))
    expect((await cli('credentials', '--data', data)).code).toBe(2)
    expect(await readdir(data)).toEqual([])
    const { recordStore } = await openInstance({ SIGHTLINE_DATA: data }, 0)
    expect(JSON.parse((await cli('credentials', '--json', '--data', data)).out)).toEqual({
      ok: true,
      ...recordStore,
    })
  })
})
