import type { Scenario } from '#shared/scenario/scenario.ts'
import { mistakeSeverity } from '#shared/scenario/mistake.ts'
import type { Draft } from './draft.ts'
import { nodeState } from './draft.ts'
import type { Score } from './events.ts'
import type { MistakeRecord, NodeState } from './state.ts'
import { isIn } from './who.ts'

/** Share of a step's weight that is lost when somebody took it over, where the document says nothing. */
const ASSIST_COST = 0.5

type Criterion = Scenario['scoring']['criteria'][number]

/**
 * The verdict by the document's criteria, on all or on one person: then only steps of that person's role count, and own
 * mistakes and hints. What the device could not measure is not assessed: its weight is left out.
 */
export function scoreOf(draft: Draft, success: boolean, of?: string): Score {
  const { scoring } = draft.compiled.scenario
  const { passMark } = draft.mode
  const criteria = scoring.criteria.map((criterion) => {
    const value = valueOf(draft, criterion, of)
    return { id: criterion.id, value: value ?? 0, weight: criterion.weight, assessed: value !== null }
  })
  const assessed = criteria.filter((c) => c.assessed)
  const weight = assessed.reduce((sum, c) => sum + c.weight, 0)
  const scaled =
    weight === 0 ? 0 : perMille(assessed.reduce((sum, c) => sum + c.weight * c.value, 0) / weight)
  const veto = mistakesOf(draft, of).find((m) => rank(m.severity) >= rank(scoring.vetoSeverity))
  const passed = success && veto === undefined && scaled >= passMark
  return { scaled, passed, passMark, ...(veto ? { vetoedBy: veto.rule } : {}), criteria }
}

/** 0..1, or null when it could not be assessed. */
function valueOf(draft: Draft, { measure }: Criterion, of: string | undefined): number | null {
  switch (measure.type) {
    case 'steps':
      return shareOfSteps(draft, measure.steps, of)
    case 'mistakes':
      return freedomFromMistakes(draft, measure.categories, of)
    case 'time':
      return between(draft.state.timeMs, measure.zeroAtMs, measure.expectedMs)
    case 'hints':
      return unit(1 - hintsOf(draft, of).reduce((sum, hint) => sum + hint.cost, 0))
    case 'signal': {
      const value = draft.state.signals[measure.signal]
      return value === undefined ? null : between(value, measure.zeroAt, measure.oneAt)
    }
  }
}

function shareOfSteps(
  draft: Draft,
  only: readonly string[] | undefined,
  of: string | undefined,
): number | null {
  const person = of === undefined ? undefined : draft.state.participants[of]
  const { assistCost = ASSIST_COST } = draft.compiled.scenario.scoring
  let due = 0
  let done = 0
  for (const { id, document, gate } of draft.compiled.steps) {
    if ((only && !only.includes(id)) || (person && !isIn(gate, person))) continue
    const node = nodeState(draft, id)
    const wasDone = node.status === 'done' && node.how !== 'skipped'
    const leftOut = node.status === 'skipped' || (document.optional && !wasDone)
    if (leftOut || node.unmeasured === true) continue
    due += document.weight
    if (node.how === 'correct' || node.how === 'alternative')
      done += document.weight * (isAssisted(node, of) ? 1 - assistCost : 1)
  }
  return due === 0 ? null : perMille(done / due)
}

/** Of who did not have to be helped it is their own. */
function isAssisted({ assisted }: NodeState, of: string | undefined): boolean {
  return assisted !== undefined && (of === undefined || of === assisted.person)
}

function freedomFromMistakes(
  draft: Draft,
  categories: readonly string[] | undefined,
  of: string | undefined,
): number | null {
  const counted = mistakesOf(draft, of).filter((m) => !categories || categories.includes(m.category))
  const onlyPrecision = categories?.every((category) => category === 'precision') === true
  const unmeasured = Object.values(draft.state.nodes).some((node) => node.unmeasured === true)
  if (onlyPrecision && unmeasured && counted.length === 0) return null
  const { severityCost } = draft.compiled.scenario.scoring
  return unit(1 - counted.reduce((sum, m) => sum + (severityCost[m.severity] ?? 0), 0))
}

function mistakesOf({ state }: Draft, of: string | undefined): readonly MistakeRecord[] {
  return of === undefined ? state.mistakes : state.mistakes.filter(({ actor }) => actor === of)
}

function hintsOf({ state }: Draft, of: string | undefined): Draft['state']['hints'] {
  return of === undefined ? state.hints : state.hints.filter(({ actor = of }) => actor === of)
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
