import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { decide } from '#shared/live/decide.ts'
import { drawingChanges } from '#shared/live/drawing-changes.ts'
import { leadView } from '#shared/live/lead-view.ts'
import { liveView } from '#shared/live/view-for-live.ts'
import { canBotFill } from '#shared/scenario/can-bot-fill.ts'
import { botInputs } from '#shared/session/bot.ts'
import { cuesFor } from '#shared/session/cues.ts'
import { createEnrich } from '#shared/session/enrich-intent.ts'
import { publicWorld } from '#shared/session/public-world.ts'
import type { Runner } from '#shared/session/runner.ts'
import { dueStep, viewFor } from '#shared/session/view-for.ts'
import { statementsOf } from '#shared/xapi/statements-of.ts'
import type { Rules } from './rules.ts'
import { createSense } from './sense.ts'
import type { SessionMaterial } from './session-material.ts'

export type Binding = {
  readonly runner: Runner
  readonly material: SessionMaterial
  readonly homePage: string
  /** Who events that name nobody are about: the first who took part. */
  readonly learner: () => string
  readonly nowMs: () => number
}

/** The real rules of one session: shared/session over its documents. */
export function bindRules({ runner, material, homePage, learner, nowMs }: Binding): Rules {
  const { head, compiled, scenario, workplace } = material
  const sense = createSense(compiled)
  const enrich = createEnrich(compiled)
  const { session, registration, revision, mode, engineVersion } = head
  const context = {
    session,
    registration,
    revision,
    homePage,
    mode,
    scenario,
    workplace,
    engineVersion,
  }
  const roles = scenario.roles.map((role) => ({ ...role, bot: canBotFill(scenario, role.id) }))
  return {
    runner,
    title: scenario.title,
    roles,
    showsSteps: compiled.modes.get(mode)?.showSteps === true,
    bot: (person) => botInputs(compiled, runner.state, person),
    dueStep: (viewer, state) => dueStep(compiled, state, viewer)?.document.title ?? null,
    observe: (person, pose, poseOf) => sense(runner.state, person, pose, poseOf),
    enrich: (intent, pose, poseOf) => enrich(runner.state, intent, pose, poseOf),
    world: () => publicWorld(compiled, runner.state),
    view: (viewer, state) => viewFor(compiled, state, viewer),
    live: {
      decide: (act, by, here) => decide(act, by, { compiled, state: runner.state, here }),
      view: (state, before) => liveView(compiled, state, before),
      lead: (state, before) => leadView(compiled, state, before),
      drawings: drawingChanges,
    },
    cues: (viewer, events) => cuesFor(compiled, events, viewer, mode),
    statements: (events) =>
      events.length === 0 ? [] : statementsOf(events, { ...context, learner: learner() }, nowMs()),
    snapshot: () => canonicalJson(runner.state),
    entryBytes: canonicalJson,
  }
}
