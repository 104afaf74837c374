import { Vector3 } from 'three'
import type { Object3D } from 'three'
import type { Side } from '../device/body.ts'
import type { HandFigure } from './hand-figure.ts'
import type { Person } from './person.ts'

const place = new Vector3()

/** The hand that a person holds out for a thing: the free one, of two free ones the one nearer to it. */
export function heldOutHand(
  { id, member, hands }: Pick<Person, 'id' | 'member' | 'hands'>,
  held: (person: string, side: Side) => string | undefined,
  thing: (entity: string) => Object3D | undefined,
): HandFigure | null {
  if (member.reaching === '') return null
  const left = hands.left.present && held(id, 'left') === undefined ? hands.left : null
  const right = hands.right.present && held(id, 'right') === undefined ? hands.right : null
  const wanted = thing(member.reaching)
  if (!left || !right || !wanted) return right ?? left
  place.setFromMatrixPosition(wanted.matrixWorld)
  return place.distanceTo(left.grip) < place.distanceTo(right.grip) ? left : right
}
