import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import { hasPlace, isIn } from '#shared/procedure/who.ts'
import { liveOf } from './at.ts'
import type { LiveState } from './state.ts'
import type { LeadView } from './view.ts'
import { titleOf } from './view-for-live.ts'

const madeFrom = new WeakMap<LeadView, readonly unknown[]>()

/**
 * What besides who leads or may moderate sees. It tells of steps whatever the mode shows: who is in the procedure
 * themself gets it without (`server/sessions/live-shown.ts`). The one made before, where it says the same.
 */
export function leadView(compiled: Compiled, state: EngineState, before?: LeadView): LeadView {
  const live = liveOf(state)
  const parts = [live, state.nodes, state.participants]
  const known = before && madeFrom.get(before)
  if (before !== undefined && known?.every((part, i) => part === parts[i])) return before
  const made = build(compiled, state, live)
  const view = before !== undefined && canonicalJson(before) === canonicalJson(made) ? before : made
  madeFrom.set(view, parts)
  return view
}

function build(compiled: Compiled, state: EngineState, live: LiveState): LeadView {
  return {
    help: live.help.map((asked) => ({ ...asked, title: titleOf(compiled, asked.step) })),
    heat: heatOf(live),
    pollEvery: live.pollEvery,
    watching: Object.fromEntries(
      Object.entries(live.watching).map(([person, { way, of }]) => [person, { way, of }]),
    ),
    steps: compiled.steps.map(({ id, document, gate }) => {
      const status = state.nodes[id]?.status ?? 'idle'
      const people = Object.entries(state.participants)
        .filter(([, person]) => status === 'active' && hasPlace(person) && isIn(gate, person))
        .map(([person]) => person)
      return { id, title: document.title, roles: document.roles, status, people }
    }),
  }
}

function heatOf({ poll }: LiveState): LeadView['heat'] {
  if (poll === null) return null
  const counts = Object.fromEntries(poll.options.map((option) => [option, 0]))
  for (const option of Object.values(poll.answers)) counts[option] = (counts[option] ?? 0) + 1
  return { poll: poll.n, counts }
}
