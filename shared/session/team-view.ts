import type { Compiled, CompiledStep } from '#shared/procedure/compiled.ts'
import { missingRoles } from '#shared/procedure/role-places.ts'
import { activeSteps } from '#shared/procedure/active-steps.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import { hasPlace } from '#shared/procedure/who.ts'
import type { TeamView } from '#shared/protocol/views.ts'
import { askedFor } from './asked-for.ts'
import type { Viewer } from './view-for.ts'

/** Where the others are, as far as this viewer (for whom `step` is due) may know: without steps to see, nothing of turns. */
export function teamView(
  compiled: Compiled,
  state: EngineState,
  viewer: Viewer,
  step: CompiledStep | undefined,
  showsSteps: boolean,
): TeamView | undefined {
  const { roles } = compiled.scenario
  if (roles.length === 1 && roles[0]?.max === 1) return undefined
  const { participants, phase } = state
  const told = showsSteps && (phase === 'running' || phase === 'paused')
  return {
    turn: told ? rolesDue(compiled, state) : [],
    waitingFor: told && step === undefined ? waitingFor(compiled, state, viewer) : null,
    ready: Object.keys(participants).filter((person) => participants[person]?.ready === true),
    missing: phase === 'waiting' ? missingRoles(compiled, state) : [],
  }
}

function rolesDue(compiled: Compiled, { nodes }: EngineState): string[] {
  const due = activeSteps(compiled, nodes).flatMap(({ document }) =>
    document.roles.length === 0 ? compiled.scenario.roles.map(({ id }) => id) : document.roles,
  )
  return [...new Set(due)]
}

/** Those who have still to come to the barrier that this viewer's role waits at; without one, those who have a step due. */
function waitingFor(compiled: Compiled, state: EngineState, { role }: Viewer): TeamView['waitingFor'] {
  if (role === '') return null
  const late = rolesNotAtBarrierOf(compiled, state, role) ?? rolesDue(compiled, state)
  const roles = late.filter((other) => other !== role)
  if (roles.length === 0) return null
  const people = Object.entries(state.participants)
    .filter(([, person]) => hasPlace(person) && roles.includes(person.role))
    .map(([id]) => id)
  const step = activeSteps(compiled, state.nodes).find(({ document }) =>
    document.roles.some((each) => roles.includes(each)),
  )
  const isAsked = step !== undefined && askedFor(state.live) === step.id
  return { roles, people, title: isAsked ? null : (step?.document.title ?? null) }
}

function rolesNotAtBarrierOf(
  { meetings }: Compiled,
  { nodes }: EngineState,
  role: string,
): string[] | undefined {
  for (const barriers of meetings.values()) {
    if (!barriers.some(({ id, roles }) => roles.includes(role) && nodes[id]?.status === 'active')) continue
    const late = barriers.filter(({ id }) => nodes[id]?.status === 'idle')
    return [...new Set(late.flatMap(({ roles }) => roles))]
  }
  return undefined
}
