import type { EngineEvent } from '#shared/procedure/events.ts'
import type { Compiled, CompiledStep } from '#shared/procedure/compiled.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'
import type { MistakeCategory, MistakeSeverity } from '#shared/scenario/mistake.ts'

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
  /** For whom somebody stood in, and who did. */
  assisted?: { person: string; by: string }
  /** Who led on from it: nobody did it. */
  movedBy?: string
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

export interface DebriefHint {
  step: string
  title: LanguageMap
  level: number
  atMs: number
  asked: boolean
  text: LanguageMap
  people?: readonly string[]
}

export interface DebriefReading {
  name: string
  value: number
  unit: string
  atMs: number
  step?: string
  people?: readonly string[]
}

export type Steps = ReadonlyMap<string, CompiledStep['document']>
export type Of<Type extends EngineEvent['type']> = Extract<EngineEvent, { type: Type }>

/** Steps in the order they began; one that never ended is unfinished up to the end of the run. */
export function timeline(steps: Steps, events: readonly EngineEvent[], ended: Of<'ended'>): DebriefStep[] {
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
      ...assistOf(event),
      ...(event.movedBy === undefined ? {} : { movedBy: event.movedBy }),
      ...about(event),
    })
  }
  return [...rows.values()]
}

function assistOf({ assisted, assistedBy }: Of<'stepEnded'>): Pick<DebriefStep, 'assisted'> {
  return assisted === undefined || assistedBy === undefined
    ? {}
    : { assisted: { person: assisted, by: assistedBy } }
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

export function explain(compiled: Compiled, steps: Steps, event: Of<'mistake'>): DebriefMistake {
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

export function readingOf(event: Of<'measured'>): DebriefReading {
  const { name, value, unit, atMs, step } = event
  return { name, value, unit, atMs, ...(step && { step }), ...about(event) }
}

function about({ actors }: EngineEvent): { people?: readonly string[] } {
  return actors ? { people: actors } : {}
}

export function hintOf(steps: Steps, event: Of<'hint'>): DebriefHint {
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
