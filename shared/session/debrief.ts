import type { Compiled } from '#shared/procedure/compiled.ts'
import type { EngineEvent, Score } from '#shared/procedure/events.ts'
import type { PauseReason } from '#shared/procedure/input.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'
import { debriefLive, type DebriefLive } from './debrief-live.ts'
import { peopleOf, type DebriefPerson } from './debrief-people.ts'
import { explain, hintOf, readingOf, timeline, type Of, type Steps } from './debrief-rows.ts'
import type { DebriefHint, DebriefMistake, DebriefReading, DebriefStep } from './debrief-rows.ts'

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
  hints: DebriefHint[]
  pauses: { atMs: number; reason: PauseReason; actor: string }[]
  measured: DebriefReading[]
  /** Where several took part. `people` of a row are those whom it is about (bots are nobody); `score` is the team's. */
  people?: DebriefPerson[]
  /** Where somebody led, watched, asked, helped or drew. */
  live?: DebriefLive
  questions: { id: string; question: LanguageMap; answer: LanguageMap }[]
}

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
  const live = debriefLive(steps, events, ended.atMs)
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
    ...(live && { live }),
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
