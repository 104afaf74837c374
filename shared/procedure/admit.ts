import { knownActions } from './affordances/registry.ts'
import type { BoundAction, CompiledEntity } from './compiled.ts'
import { emit, own, type Draft } from './draft.ts'
import type { Intent, Refusal } from './intent.ts'
import { activeSteps } from './run-node.ts'
import { sessionActs } from './session-acts.ts'

/** Lets one intent have its physical effect, or says why not; a refused one leaves no trace. */
export function admit(draft: Draft, intent: Intent): Refusal | null {
  const person = draft.state.participants[intent.actor]
  if (!person?.connected || person.role !== intent.role) return 'wrong-role'
  const sessionAct = intent.target === undefined ? sessionActs.get(intent.action) : undefined
  if (sessionAct) return sessionAct(draft, intent)
  if (!knownActions.has(intent.action)) return 'unknown-action'
  const entity = intent.target === undefined ? undefined : draft.compiled.entities.get(intent.target)
  if (!entity || draft.state.entities[entity.id]?.hidden === true) return 'unknown-target'
  if (draft.state.phase !== 'running') return 'not-now'
  const action = entity.actions.get(intent.action)
  if (!action) return 'not-possible'
  return refusalOf(draft, intent, entity, action) ?? perform(draft, intent, action)
}

function refusalOf(
  draft: Draft,
  intent: Intent,
  entity: CompiledEntity,
  action: BoundAction,
): Refusal | null {
  if (!action.alwaysFree && isLocked(draft, entity)) return 'locked'
  const distanceMm = intent.params?.['distanceMm']
  if (typeof distanceMm === 'number' && distanceMm > action.reachMm) return 'too-far'
  return action.check(draft, intent)
}

function isLocked(draft: Draft, entity: CompiledEntity): boolean {
  const state = draft.state.entities[entity.id]
  if (state?.locked === true) return true
  // What lies about may always be picked up, to be put back.
  if (!draft.mode.lockObjects || state?.place.kind === 'rest') return false
  return !activeSteps(draft.compiled, draft.state.nodes).some((step) => step.uses.has(entity.id))
}

function perform(draft: Draft, intent: Intent, action: BoundAction): null {
  const { actor, role, action: name, target, params } = intent
  const acts = own(draft, 'acts')
  acts[name] = draft.state.eventCount
  if (target !== undefined) acts[`${name} ${target}`] = draft.state.eventCount
  emit(draft, {
    type: 'acted',
    actor,
    role,
    action: name,
    ...(target === undefined ? {} : { target }),
    ...(params ? { params } : {}),
  })
  action.apply(draft, intent)
  return null
}
