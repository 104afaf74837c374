import type { Scenario } from '#shared/scenario/scenario.ts'
import { mistakeSeverity } from '#shared/scenario/mistake.ts'
import type { Draft } from './draft.ts'
import { nodeState } from './draft.ts'
import type { Score } from './events.ts'
import type { MistakeRecord } from './state.ts'

type Criterion = Scenario['scoring']['criteria'][number]

/** The verdict by the document's criteria. What the device could not measure is not assessed: its weight is left out. */
export function scoreOf(draft: Draft, success: boolean): Score {
  const { scoring } = draft.compiled.scenario
  const { passMark } = draft.mode
  const criteria = scoring.criteria.map((criterion) => {
    const value = valueOf(draft, criterion)
    return { id: criterion.id, value: value ?? 0, weight: criterion.weight, assessed: value !== null }
  })
  const assessed = criteria.filter((c) => c.assessed)
  const weight = assessed.reduce((sum, c) => sum + c.weight, 0)
  const scaled =
    weight === 0 ? 0 : perMille(assessed.reduce((sum, c) => sum + c.weight * c.value, 0) / weight)
  const veto = draft.state.mistakes.find((m) => rank(m.severity) >= rank(scoring.vetoSeverity))
  const passed = success && veto === undefined && scaled >= passMark
  return { scaled, passed, passMark, ...(veto ? { vetoedBy: veto.rule } : {}), criteria }
}

/** 0..1, or null when it could not be assessed. */
function valueOf(draft: Draft, { measure }: Criterion): number | null {
  switch (measure.type) {
    case 'steps':
      return shareOfSteps(draft, measure.steps)
    case 'mistakes':
      return freedomFromMistakes(draft, measure.categories)
    case 'time':
      return between(draft.state.timeMs, measure.zeroAtMs, measure.expectedMs)
    case 'hints':
      return unit(1 - draft.state.hints.reduce((sum, hint) => sum + hint.cost, 0))
    case 'signal': {
      const value = draft.state.signals[measure.signal]
      return value === undefined ? null : between(value, measure.zeroAt, measure.oneAt)
    }
  }
}

function shareOfSteps(draft: Draft, only: readonly string[] | undefined): number | null {
  let due = 0
  let done = 0
  for (const { id, document } of draft.compiled.steps) {
    if (only && !only.includes(id)) continue
    const node = nodeState(draft, id)
    const leftOut = node.status === 'skipped' || (document.optional && node.status !== 'done')
    if (leftOut || node.unmeasured === true) continue
    due += document.weight
    if (node.how === 'correct' || node.how === 'alternative') done += document.weight
  }
  return due === 0 ? null : perMille(done / due)
}

function freedomFromMistakes(draft: Draft, categories: readonly string[] | undefined): number | null {
  const counted = draft.state.mistakes.filter((m) => !categories || categories.includes(m.category))
  const onlyPrecision = categories?.every((category) => category === 'precision') === true
  const unmeasured = Object.values(draft.state.nodes).some((node) => node.unmeasured === true)
  if (onlyPrecision && unmeasured && counted.length === 0) return null
  const { severityCost } = draft.compiled.scenario.scoring
  return unit(1 - counted.reduce((sum, m) => sum + (severityCost[m.severity] ?? 0), 0))
}

function rank(severity: MistakeRecord['severity']): number {
  return mistakeSeverity.options.indexOf(severity)
}

function between(value: number, zeroAt: number, oneAt: number): number {
  return zeroAt === oneAt ? (value <= oneAt ? 1 : 0) : unit((value - zeroAt) / (oneAt - zeroAt))
}

function unit(value: number): number {
  return perMille(Math.max(0, Math.min(1, value)))
}

/** Scores are kept to a thousandth, so that no sum's last bits reach a record. */
function perMille(value: number): number {
  return Math.round(value * 1000) / 1000
}
