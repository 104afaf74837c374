import { knownActions } from './affordances/registry.ts'
import type { BoundAction, CompiledEntity } from './compiled.ts'
import { emit, participant, type Draft } from './draft.ts'
import type { Intent, Refusal } from './intent.ts'
import { entityOf, numberOf, ownThing } from './personal.ts'
import { recordAct } from './record-act.ts'
import { activeSteps } from './active-steps.ts'
import { sessionActs } from './session-acts.ts'
import { isHeldFast } from './sockets.ts'
import { isTakenOver, partOf } from './stand-in.ts'

type OnThing = Intent & { target: string }

/** Lets one intent have its physical effect, or says why not; a refused one leaves no trace. */
export function admit(draft: Draft, intent: Intent): Refusal | null {
  const person = draft.state.participants[intent.actor]
  if (!person?.connected || person.role !== intent.role) return 'wrong-role'
  const sessionAct = intent.target === undefined ? sessionActs.get(intent.action) : undefined
  if (sessionAct) return sessionAct(draft, intent)
  if (!knownActions.has(intent.action)) return 'unknown-action'
  const part = partOf(intent.actor, person)
  const target = ownThing(draft.compiled, intent.target ?? '', part)
  const entity = Object.hasOwn(draft.state.entities, target) ? entityOf(draft.compiled, target) : undefined
  if (!entity || draft.state.entities[target]?.hidden === true) return 'unknown-target'
  if (part.role === '') return 'wrong-role'
  if (draft.state.phase !== 'running' || person.pausedBy !== null) return 'not-now'
  const action = entity.actions.get(intent.action)
  if (!action) return 'not-possible'
  if (isTakenOver(draft.state, intent.actor) && !action.alwaysFree) return 'taken-over'
  const onThing = { ...intent, target }
  return refusalOf(draft, onThing, entity, action) ?? perform(draft, onThing, action)
}

function refusalOf(
  draft: Draft,
  intent: OnThing,
  entity: CompiledEntity,
  action: BoundAction,
): Refusal | null {
  if (isAnothers(draft, intent, entity)) return 'not-yours'
  if (!action.alwaysFree) {
    if (isLocked(draft, intent, entity)) return 'locked'
    if (isHeldFast(draft.compiled, draft.state, intent.target)) return 'locked-out'
  }
  const distanceMm = intent.params?.['distanceMm']
  if (typeof distanceMm === 'number' && distanceMm > action.reachMm) return 'too-far'
  return action.check(draft, intent)
}

function isAnothers(draft: Draft, { actor, target }: OnThing, { document }: CompiledEntity): boolean {
  const { personal } = document
  const { number } = partOf(actor, participant(draft, actor))
  return personal !== false && !personal.others && numberOf(target) !== number
}

function isLocked(draft: Draft, { actor, target }: OnThing, entity: CompiledEntity): boolean {
  const state = draft.state.entities[target]
  if (state?.locked === true) return true
  // What lies about may always be picked up, to be put back.
  if (!draft.mode.lockObjects || state?.place.kind === 'rest') return false
  const { role } = partOf(actor, participant(draft, actor))
  return !activeSteps(draft.compiled, draft.state.nodes).some(
    ({ uses, gate }) => uses.has(entity.id) && (gate === null || gate.has(role)),
  )
}

function perform(draft: Draft, intent: OnThing, action: BoundAction): null {
  const { actor, action: name, target, params } = intent
  const { role } = partOf(actor, participant(draft, actor))
  recordAct(draft, intent)
  emit(draft, { type: 'acted', actor, role, action: name, target, ...(params ? { params } : {}) })
  action.apply(draft, intent)
  return null
}
