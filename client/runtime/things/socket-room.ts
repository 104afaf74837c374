import { Vector3 } from 'three'
import type { Box3, Object3D } from 'three'
import type { ClientEntity } from '#shared/protocol/views.ts'
import type { Side } from '../device/body.ts'
import { boxOf } from '../interaction/pick.ts'
import { templateOf } from './personal-thing.ts'

/** What a client needs to know of a socket. */
export interface SocketRoom {
  accepts: readonly string[]
  spacing?: readonly [number, number, number]
  capacity?: number
  openIn?: string
}

export function socketOf(entity: ClientEntity | undefined): SocketRoom | undefined {
  return entity?.affordances.find(({ type }) => type === 'socket') as SocketRoom | undefined
}

/** What somebody has in a hand that goes in there. Allocates nothing. */
export function guestOf(
  { accepts }: SocketRoom,
  hands: { inHand(side: Side): string | undefined },
): string | undefined {
  const right = hands.inHand('right')
  if (right !== undefined && accepts.includes(templateOf(right))) return right
  const left = hands.inHand('left')
  return left !== undefined && accepts.includes(templateOf(left)) ? left : undefined
}

/** A socket is as big as what goes in. */
export function roomIn(entity: ClientEntity, objectOf: (id: string) => Object3D | undefined): Box3 | null {
  const socket = socketOf(entity)
  const guest = socket?.accepts.map(objectOf).find((object) => object !== undefined)
  const box = guest ? boxOf(guest, []) : null
  if (!box || !socket?.spacing) return box
  const last = new Vector3().fromArray(socket.spacing).multiplyScalar((socket.capacity ?? 1) - 1)
  return box.union(box.clone().translate(last))
}
