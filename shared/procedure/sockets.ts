import type { Affordance } from './affordances/define-affordance.ts'
import type { SocketDocument } from './affordances/socket.ts'
import type { Compiled } from './compiled.ts'
import { entityOf, templateOf } from './personal.ts'
import type { EngineState } from './state.ts'

export function socketOf(compiled: Compiled, id: string): SocketDocument | undefined {
  return entityOf(compiled, id)?.document.affordances.find(isSocket)
}

/** The first slot where that thing, out of a hand, can go in now; undefined where the socket takes none. */
export function freeSlot(
  compiled: Compiled,
  state: EngineState,
  socket: string,
  thing: string,
): number | undefined {
  const document = socketOf(compiled, socket)
  const names = entityOf(compiled, thing)?.names ?? []
  if (!document?.accepts.some((name) => names.includes(name)) || !isOpen(state, socket, document))
    return undefined
  const taken = thingsIn(state, socket).map((id) => slotOf(state, id))
  for (let slot = 0; slot < (document.capacity ?? 1); slot += 1) if (!taken.includes(slot)) return slot
  return undefined
}

/** Things go into it and come out of it. */
export function isOpen(state: EngineState, socket: string, { openIn }: SocketDocument): boolean {
  const { state: now, locked, hidden } = state.entities[socket] ?? { hidden: true }
  return hidden !== true && locked !== true && (openIn === undefined || now === openIn)
}

/** Is something in a socket that holds this thing fast? */
export function isHeldFast(compiled: Compiled, state: EngineState, thing: string): boolean {
  const sockets = compiled.heldFastBy.get(templateOf(thing)) ?? []
  return sockets.some((socket) => thingsIn(state, socket).length > 0)
}

function thingsIn(state: EngineState, socket: string): string[] {
  return Object.keys(state.entities).filter((id) => {
    const place = state.entities[id]?.place
    return place?.kind === 'socket' && place.socket === socket
  })
}

function slotOf(state: EngineState, id: string): number {
  const place = state.entities[id]?.place
  return place?.kind === 'socket' ? (place.slot ?? 0) : 0
}

const isSocket = (affordance: Affordance): affordance is SocketDocument => affordance.type === 'socket'
