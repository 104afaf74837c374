import type { Compiled, CompiledStep } from '#shared/procedure/compiled.ts'
import { nextHint } from '#shared/procedure/hints.ts'
import { ownThing, thingsOf } from '#shared/procedure/personal.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { PrivateView } from '#shared/protocol/views.ts'
import type { Mode, ModeName } from '#shared/scenario/scenario.ts'
import { askedFor } from './asked-for.ts'
import { reuseView } from './reuse-view.ts'
import { teamView } from './team-view.ts'

export interface Viewer {
  person: string
  role: string
}

/**
 * What one viewer alone may see: the one place where anything is withheld. The same object as last time while nothing
 * in it changed; its `tick` is the tick of that change.
 */
export function viewFor(compiled: Compiled, state: EngineState, seen: Viewer): PrivateView {
  const viewer = standingIn(state, seen)
  const step = dueStep(compiled, state, viewer)
  const progress = step ? progressOf(step, state, viewer) : undefined
  const { phase, nodes, participants, entities, mistakes, hints, result, live } = state
  const asked = askedFor(live)
  const parts = [state.mode, phase, nodes, participants, entities, mistakes, hints, result, progress, asked]
  return reuseView(compiled, viewer, parts, state.tick, () => build(compiled, state, viewer, step, progress))
}

function build(
  compiled: Compiled,
  state: EngineState,
  viewer: Viewer,
  step: CompiledStep | undefined,
  progress: number | undefined,
): PrivateView {
  const mode = modeOf(compiled, state)
  const isAsked = step !== undefined && viewer.role === '' && askedFor(state.live) === step.id
  const shown = mode.showSteps && !isAsked ? step : undefined
  const team = teamView(compiled, state, viewer, step, mode.showSteps)
  return {
    tick: state.tick,
    timeMs: state.timeMs,
    mode: state.mode as ModeName,
    phase: state.phase,
    paused: pausedOf(state, mode, viewer),
    step: shown ? stepView(compiled, shown, viewer, progress) : null,
    hints: shown ? hintsShown(shown, state).map(({ level, text }) => ({ level, text })) : [],
    hintAvailable:
      mode.hints !== 'none' &&
      state.phase === 'running' &&
      step !== undefined &&
      nextHint(step, state.nodes[step.id]?.hintLevel ?? 0) !== undefined,
    highlight: mode.highlights ? highlighted(compiled, state, shown, viewer) : [],
    mistakes: mistakesShown(compiled, state, mode, viewer),
    ended: endedOf(compiled, state, mode, viewer),
    ...(team && { team }),
  }
}

/** Who acts for another sees what that one has to do. */
function standingIn({ participants }: EngineState, viewer: Viewer): Viewer {
  const { standIn } = participants[viewer.person] ?? {}
  return standIn === undefined ? viewer : { person: viewer.person, role: standIn.role }
}

/** The first step that is due for this viewer, whatever the mode shows. */
export function dueStep(compiled: Compiled, state: EngineState, { role }: Viewer): CompiledStep | undefined {
  return compiled.steps.find((step) => state.nodes[step.id]?.status === 'active' && isFor(step, role))
}

function isFor({ document }: CompiledStep, role: string): boolean {
  return document.roles.length === 0 || document.roles.includes(role)
}

function stepView(
  compiled: Compiled,
  step: CompiledStep,
  { role }: Viewer,
  progress: number | undefined,
): PrivateView['step'] {
  const mine = compiled.steps.filter((other) => isFor(other, role))
  const { id, title, instruction, why, symbol } = step.document
  return {
    id,
    number: mine.indexOf(step) + 1,
    of: mine.length,
    title,
    instruction,
    ...(why === undefined ? {} : { why }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(progress === undefined ? {} : { progress }),
  }
}

function progressOf(
  { document: { progress } }: CompiledStep,
  state: EngineState,
  { person }: Viewer,
): number | undefined {
  if (!progress) return undefined
  const value =
    progress.signal === undefined
      ? state.sensors[`${person}/${progress.sensor ?? ''}`]
      : state.signals[progress.signal]
  if (value === undefined || progress.from === progress.to) return undefined
  return Math.max(
    0,
    Math.min(100, Math.round((100 * (value - progress.from)) / (progress.to - progress.from))),
  )
}

function hintsShown(step: CompiledStep, state: EngineState): CompiledStep['document']['hints'] {
  const level = state.nodes[step.id]?.hintLevel ?? 0
  return step.document.hints.filter((hint) => hint.level <= level)
}

/** Of personal things the viewer's own. */
function highlighted(
  compiled: Compiled,
  state: EngineState,
  step: CompiledStep | undefined,
  { person }: Viewer,
): string[] {
  const byHint = step
    ? hintsShown(step, state).flatMap((hint) => (hint.kind === 'text' ? [] : hint.targets))
    : []
  const own = state.participants[person]
  const me = own?.standIn ?? own ?? { number: 0 }
  const meant = byHint.toReversed().map((id) => ownThing(compiled, id, me))
  const byConsequence = thingsOf(compiled, [...compiled.entities.keys()], [me]).filter(
    (id) => state.entities[id]?.highlighted === true,
  )
  return [...new Set([...meant, ...byConsequence])]
}

function mistakesShown(
  compiled: Compiled,
  state: EngineState,
  mode: Mode,
  { person }: Viewer,
): PrivateView['mistakes'] {
  if (mode.feedback === 'debrief') return []
  const settled = (step: string | undefined): boolean =>
    mode.feedback === 'now' || step === undefined || state.nodes[step]?.status !== 'active'
  return state.mistakes.flatMap(({ rule, actor, severity, step, atMs }, i) => {
    const known = compiled.mistakes.get(rule)
    if (!known || actor !== person || !settled(step)) return []
    return [{ id: String(i), rule, severity, text: known.text, remedy: known.remedy, atMs }]
  })
}

function pausedOf(state: EngineState, { maxPauses }: Mode, { person }: Viewer): PrivateView['paused'] {
  const me = state.participants[person]
  if (!me || me.pausedBy === null) return null
  return {
    reason: me.pausedBy,
    pausesLeft: maxPauses === undefined ? null : Math.max(0, maxPauses - me.pauses),
  }
}

/** Where feedback waits for the debrief, not even the verdict is told before it. */
function endedOf(
  compiled: Compiled,
  { result }: EngineState,
  { feedback }: Mode,
  { person }: Viewer,
): PrivateView['ended'] {
  if (!result) return null
  const outcome = compiled.scenario.outcomes.find((o) => o.id === result.outcome)
  const told = feedback !== 'debrief'
  return {
    outcome: result.outcome,
    title: outcome?.title ?? {},
    text: outcome?.text ?? {},
    success: told ? result.success : null,
    passed: told ? (result.people?.[person]?.score ?? result.score).passed : null,
  }
}

function modeOf(compiled: Compiled, state: EngineState): Mode {
  const mode = compiled.modes.get(state.mode as ModeName)
  if (!mode) throw new Error(`the scenario has no mode "${state.mode}"`)
  return mode
}
