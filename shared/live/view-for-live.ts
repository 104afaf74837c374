import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'
import { liveOf } from './at.ts'
import type { LiveState } from './state.ts'
import type { LiveView } from './view.ts'

/** From which state a view was made: while that is the same object nothing has to be compared. */
const madeFrom = new WeakMap<LiveView, LiveState>()

/** What everybody may see. The one made before, where it says the same: so it is encoded once. */
export function liveView(compiled: Compiled, state: EngineState, before?: LiveView): LiveView {
  const live = liveOf(state)
  if (before !== undefined && madeFrom.get(before) === live) return before
  const made = build(compiled, live)
  const view = before !== undefined && canonicalJson(before) === canonicalJson(made) ? before : made
  madeFrom.set(view, live)
  return view
}

function build(compiled: Compiled, live: LiveState): LiveView {
  const { leader, passedBy, followMe, spotlight, unshared, haltedBy, summons, lookHere } = live
  const { hands, takeOver, mayDraw, maySpeak } = live
  return {
    leader,
    passedBy,
    followMe,
    spotlight,
    unshared,
    haltedBy,
    summons,
    lookHere,
    hands,
    takeOver: takeOver && { helper: takeOver.helper, person: takeOver.person },
    mayDraw,
    maySpeak,
    help: live.help.map(({ person, helper }) => ({ person, helper })),
    poll: pollView(compiled, live),
    watchers: watchersOf(live),
  }
}

function pollView(compiled: Compiled, { poll }: LiveState): LiveView['poll'] {
  if (poll === null) return null
  return {
    n: poll.n,
    options: poll.options.map((id) => ({ id, title: titleOf(compiled, id) })),
    correct: poll.closed ? poll.correct : null,
    answered: Object.keys(poll.answers).length,
  }
}

function watchersOf({ watching }: LiveState): Record<string, number> {
  const watchers: Record<string, number> = {}
  for (const { of } of Object.values(watching)) if (of !== '') watchers[of] = (watchers[of] ?? 0) + 1
  return watchers
}

export function titleOf(compiled: Compiled, step: string): LanguageMap {
  return compiled.steps.find(({ id }) => id === step)?.document.title ?? { en: step }
}
