import type { PublicEntity } from '#client/net/public-world.ts'
import type { Refusal } from '#shared/procedure/intent.ts'
import type { ClientEntity } from '#shared/protocol/views.ts'
import type { Side } from '../device/body.ts'
import { guestOf, socketOf } from '../things/socket-room.ts'

/** Why an act is not offered now; the authority's words plus the client's own. */
export type Obstacle = Refusal | 'pin-first'

export interface Action {
  /** The intent's action; for speaking with its topic, `speak:<topic>`. */
  action: string
  entity: string
  enabled: boolean
  reason?: Obstacle
  /** Letting go of it hands it over: somebody reaches for it. */
  handsOver?: true
}

export interface ActionContext {
  me: string
  running: boolean
  entity(id: string): PublicEntity | undefined
  document(id: string): ClientEntity | undefined
  childrenOf(id: string): readonly ClientEntity[]
  /** Entities in my hands, as drawn (optimistic). */
  isHeld(id: string): boolean
  inHand(side: Side): string | undefined
  /** Does somebody else hold a hand out for it? */
  isWanted(id: string): boolean
  /** Things in a socket now. */
  guests(id: string): number
  /** Can what I hold be put there: at once, after walking, or is there no hand near it? */
  puts(id: string): 'here' | 'farther' | 'no'
  /** Metres from me; what is out of reach is offered but refused with `too-far`. */
  distance(id: string): number
}

/** One action per affordance, the same for every device; first the one that a plain click means. */
export function actionsOf(document: ClientEntity, context: ActionContext): Action[] {
  const state = context.entity(document.id)
  if (state?.hidden) return []
  const put = putting(document, state, context)
  const others = document.affordances.flatMap((affordance): Action[] => {
    switch (affordance.type) {
      case 'grab':
        return context.isHeld(document.id)
          ? [releasing(document, context)]
          : taking(affordance, document, state, context)
      case 'press':
      case 'toggle':
      case 'turn':
        return [offer(affordance.type, document, context, reach(affordance, document, context))]
      case 'speakTo':
        return topicsOf(affordance, document, state).map((topic) =>
          offer(topic, document, context, reach(affordance, document, context)),
        )
      case 'pull':
        return isPulled(document, state) || !context.isHeld(document.parent ?? '')
          ? []
          : [offer('pull', document, context, null)]
      case 'spray':
        return context.isHeld(document.id)
          ? [offer('squeeze', document, context, isReady(document, context) ? null : 'pin-first')]
          : []
      default:
        return []
    }
  })
  return put ? [put, ...others] : others
}

/** Whoever has in a hand what a socket takes wants to put it there. */
function putting(
  document: ClientEntity,
  state: PublicEntity | undefined,
  context: ActionContext,
): Action | null {
  const socket = socketOf(document)
  if (!socket || guestOf(socket, context) === undefined) return null
  const now = state?.state ?? document.states?.initial
  if (socket.openIn !== undefined && socket.openIn !== now) return null
  if (context.guests(document.id) >= (socket.capacity ?? 1)) return null
  const puts = context.puts(document.id)
  return puts === 'no' ? null : offer('put', document, context, puts === 'farther' ? 'too-far' : null)
}

/** The pin, or whatever else has to be pulled before a held tool works. */
export function pinOf(tool: string, context: ActionContext): ClientEntity | undefined {
  return context.childrenOf(tool).find((child) => child.affordances.some(({ type }) => type === 'pull'))
}

export function isReady(tool: ClientEntity, context: ActionContext): boolean {
  const pin = pinOf(tool.id, context)
  return !pin || isPulled(pin, context.entity(pin.id))
}

/** `speak:<topic>` for each topic; who has already reacted is asked for the last one first. */
function topicsOf(
  affordance: ClientEntity['affordances'][number],
  document: ClientEntity,
  state: PublicEntity | undefined,
): string[] {
  const topics = affordance['topics'] as readonly { id: string }[] | undefined
  if (!topics || topics.length === 0) return ['speak']
  const actions = topics.map(({ id }) => `speak:${id}`)
  const reacted = state?.state !== undefined && state.state !== document.states?.initial
  return reacted ? actions.toReversed() : actions
}

function isPulled(pin: ClientEntity, state: PublicEntity | undefined): boolean {
  return state?.state !== undefined && state.state !== pin.states?.initial
}

function offer(
  action: string,
  document: ClientEntity,
  context: ActionContext,
  obstacle: Obstacle | null,
): Action {
  const blocked: Obstacle | null = !context.running
    ? 'not-now'
    : context.entity(document.id)?.locked
      ? 'locked'
      : obstacle
  return {
    action,
    entity: document.id,
    enabled: blocked === null,
    ...(blocked !== null && { reason: blocked }),
  }
}

function releasing(document: ClientEntity, context: ActionContext): Action {
  const action = offer('release', document, context, null)
  return context.isWanted(document.id) ? { ...action, handsOver: true } : action
}

/** A hand can be held out for what somebody else holds. */
function taking(
  affordance: ClientEntity['affordances'][number],
  document: ClientEntity,
  state: PublicEntity | undefined,
  context: ActionContext,
): Action[] {
  const far = reach(affordance, document, context)
  if (state?.place.kind !== 'held' || state.place.by === context.me)
    return [offer('grab', document, context, far)]
  const full = context.inHand('left') !== undefined && context.inHand('right') !== undefined
  return [
    offer('reach', document, context, far ?? (full ? 'hand-full' : null)),
    offer('grab', document, context, 'held-by-other'),
  ]
}

function reach(
  affordance: ClientEntity['affordances'][number],
  document: ClientEntity,
  context: ActionContext,
): Obstacle | null {
  const reachMm = Number(affordance['reachMm'] ?? usualReachMm[affordance.type])
  return context.distance(document.id) * 1000 > reachMm ? 'too-far' : null
}

/** As in shared/procedure/affordances; the authority has the last word. */
const usualReachMm: Record<string, number> = {
  grab: 2500,
  press: 1200,
  toggle: 1200,
  turn: 1200,
  pull: 1200,
  speakTo: 8000,
}
