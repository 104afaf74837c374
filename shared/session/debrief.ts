import type { EngineEvent, Score } from '#shared/procedure/events.ts'
import type { PauseReason } from '#shared/procedure/input.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'
import type { MistakeCategory, MistakeSeverity } from '#shared/scenario/mistake.ts'
import type { Compiled, CompiledStep } from '#shared/procedure/compiled.ts'
import { peopleOf, type DebriefPerson } from './debrief-people.ts'

/** What a trainee learns from a run after it ended; every text from the document, every number from the log. */
export interface Debrief {
  session: string
  scenario: { id: string; version: string; title: LanguageMap }
  mode: string
  /** Epoch ms. */
  startedAt: number
  durationMs: number
  abandoned: boolean
  outcome: { id: string; title: LanguageMap; text: LanguageMap; success: boolean }
  score: Omit<Score, 'criteria'> & {
    criteria: { id: string; text: LanguageMap; value: number; weight: number; assessed: boolean }[]
  }
  steps: DebriefStep[]
  mistakes: DebriefMistake[]
  hints: {
    step: string
    title: LanguageMap
    level: number
    atMs: number
    asked: boolean
    text: LanguageMap
    people?: readonly string[]
  }[]
  pauses: { atMs: number; reason: PauseReason; actor: string }[]
  measured: {
    name: string
    value: number
    unit: string
    atMs: number
    step?: string
    people?: readonly string[]
  }[]
  /** Where several took part. `people` of a row are those whom it is about (bots are nobody); `score` is the team's. */
  people?: DebriefPerson[]
  questions: { id: string; question: LanguageMap; answer: LanguageMap }[]
}

export interface DebriefStep {
  id: string
  title: LanguageMap
  how: 'correct' | 'alternative' | 'mistake' | 'timeout' | 'abort' | 'skipped' | 'unfinished'
  startedMs: number
  durationMs: number
  expectedMs: { p50: number; p90: number }
  attempts: number
  mistakes: number
  hints: number
  measured: boolean
  people?: readonly string[]
}

export interface DebriefMistake {
  rule: string
  actor: string
  atMs: number
  category: MistakeCategory
  severity: MistakeSeverity
  text: LanguageMap
  remedy: LanguageMap
  step?: { id: string; title: LanguageMap }
  measure?: { name: string; value: number }
}

type Steps = ReadonlyMap<string, CompiledStep['document']>
type Of<Type extends EngineEvent['type']> = Extract<EngineEvent, { type: Type }>

/** The debrief of a session that has ended; `undefined` while it runs. */
export function debrief(
  compiled: Compiled,
  run: { session: string; mode: string; createdAt: number },
  events: readonly EngineEvent[],
): Debrief | undefined {
  const ended = events.findLast((event) => event.type === 'ended')
  if (ended === undefined) return undefined
  const { scenario } = compiled
  const steps: Steps = new Map(compiled.steps.map((step) => [step.id, step.document]))
  const people = peopleOf(events, ended)
  return {
    session: run.session,
    scenario: { id: scenario.id, version: scenario.version, title: scenario.title },
    mode: run.mode,
    startedAt: run.createdAt,
    durationMs: ended.durationMs,
    abandoned: ended.abandoned,
    outcome: outcomeOf(compiled, ended),
    score: { ...ended.score, criteria: criteriaOf(compiled, ended.score) },
    steps: timeline(steps, events, ended),
    mistakes: events
      .filter((event) => event.type === 'mistake')
      .map((event) => explain(compiled, steps, event)),
    hints: events.filter((event) => event.type === 'hint').map((event) => hintOf(steps, event)),
    pauses: events
      .filter((event) => event.type === 'paused')
      .map(({ atMs, reason, actor }) => ({ atMs, reason, actor })),
    measured: events.filter((event) => event.type === 'measured').map(readingOf),
    ...(people && { people }),
    questions: scenario.debrief,
  }
}

const abandonedTitle: LanguageMap = { en: 'Run left unfinished', es: 'Práctica sin terminar' }
const abandonedText: LanguageMap = {
  en: 'The run was left alone and was closed. What you did until then is recorded.',
  es: 'La práctica se quedó sola y se cerró. Lo que hiciste hasta entonces está registrado.',
}

function outcomeOf({ scenario }: Compiled, ended: Of<'ended'>): Debrief['outcome'] {
  const outcome = scenario.outcomes.find(({ id }) => id === ended.outcome)
  if (outcome !== undefined && !ended.abandoned)
    return { id: outcome.id, title: outcome.title, text: outcome.text, success: ended.success }
  return { id: ended.outcome, title: abandonedTitle, text: abandonedText, success: false }
}

function criteriaOf({ scenario }: Compiled, score: Score): Debrief['score']['criteria'] {
  return score.criteria.map((result) => ({
    ...result,
    text: scenario.scoring.criteria.find(({ id }) => id === result.id)?.text ?? { en: result.id },
  }))
}

/** Steps in the order they began; one that never ended is unfinished up to the end of the run. */
function timeline(steps: Steps, events: readonly EngineEvent[], ended: Of<'ended'>): DebriefStep[] {
  const rows = new Map<string, DebriefStep>()
  for (const event of events) {
    if (event.type === 'stepStarted')
      rows.set(event.step, beginRow(steps, event, ended, rows.get(event.step)))
    const row = event.type === 'stepEnded' ? rows.get(event.step) : undefined
    if (event.type !== 'stepEnded' || row === undefined) continue
    rows.set(event.step, {
      ...row,
      how: event.how,
      durationMs: event.durationMs,
      mistakes: event.mistakes,
      hints: event.hints,
      measured: event.measured,
      ...about(event),
    })
  }
  return [...rows.values()]
}

function beginRow(
  steps: Steps,
  event: Of<'stepStarted'>,
  ended: Of<'ended'>,
  before: DebriefStep | undefined,
): DebriefStep {
  const step = steps.get(event.step)
  return {
    id: event.step,
    title: step?.title ?? { en: event.step },
    how: 'unfinished',
    startedMs: before?.startedMs ?? event.atMs,
    durationMs: ended.atMs - event.atMs,
    expectedMs: step?.expectedMs ?? { p50: 0, p90: 0 },
    attempts: event.attempt,
    mistakes: 0,
    hints: 0,
    measured: true,
  }
}

function explain(compiled: Compiled, steps: Steps, event: Of<'mistake'>): DebriefMistake {
  const definition = compiled.mistakes.get(event.rule)
  return {
    rule: event.rule,
    actor: event.actor,
    atMs: event.atMs,
    category: event.category,
    severity: event.severity,
    text: definition?.text ?? { en: event.rule },
    remedy: definition?.remedy ?? { en: event.rule },
    ...(event.step !== undefined && {
      step: { id: event.step, title: steps.get(event.step)?.title ?? { en: event.step } },
    }),
    ...(event.measure !== undefined && { measure: event.measure }),
  }
}

function readingOf(event: Of<'measured'>): Debrief['measured'][number] {
  const { name, value, unit, atMs, step } = event
  return { name, value, unit, atMs, ...(step && { step }), ...about(event) }
}

function about({ actors }: EngineEvent): { people?: readonly string[] } {
  return actors ? { people: actors } : {}
}

function hintOf(steps: Steps, event: Of<'hint'>): Debrief['hints'][number] {
  const { step, level, atMs, asked } = event
  const texts = steps.get(step)
  return {
    step,
    title: texts?.title ?? { en: step },
    level,
    atMs,
    asked,
    text: texts?.hints.find((hint) => hint.level === level)?.text ?? { en: '' },
    ...about(event),
  }
}
