import type { Shape } from '#shared/live/acts.ts'
import type { LineBatch } from './line-batch.ts'
import { distance } from './outline.ts'

/** Seconds at which each point is reached; null: all is there. */
type Births = ArrayLike<number> | null

/** Writes a shape's records, in the batch's present look. @param line as `outlineOf` gives it */
export function addShape(lines: LineBatch, shape: Shape, line: readonly number[], births: Births): void {
  const last = line.length / 3 - 1
  const { look } = lines
  look.alongTo = 0
  if (shape === 'label') return addLabel(lines, line, births)
  addPath(lines, line, births)
  if (shape === 'stroke' || shape === 'circle' || last < 1) return
  bear(lines, births, last)
  if (shape === 'arrow') return lines.add('head', line, last, line, last - 1)
  lines.add('tick', line, last, line, last - 1)
  bear(lines, births, 0)
  lines.add('tick', line, 0, line, 1)
}

function addLabel(lines: LineBatch, line: readonly number[], births: Births) {
  bear(lines, births, 0)
  lines.add('stem', line, 0, line, 0)
  lines.add('dot', line, 0, line, 0)
}

/** From point to point; dashes go on from where the look's `alongTo` is. A single point is a dot. */
export function addPath(lines: LineBatch, line: ArrayLike<number>, births: Births): void {
  const count = line.length / 3
  for (let i = 1; i < count; i++) addStretch(lines, line, i - 1, line, i, births)
  if (count === 1) addStretch(lines, line, 0, line, 0, births)
}

export function addStretch(
  lines: LineBatch,
  from: ArrayLike<number>,
  fromIndex: number,
  to: ArrayLike<number>,
  toIndex: number,
  births: Births = null,
): void {
  const { look } = lines
  look.alongFrom = look.alongTo
  look.alongTo += distance(from, fromIndex, to, toIndex)
  look.bornFrom = births?.[fromIndex] ?? 0
  look.bornTo = births?.[toIndex] ?? 0
  lines.add('line', from, fromIndex, to, toIndex)
}

function bear({ look }: LineBatch, births: Births, index: number) {
  look.bornFrom = births?.[index] ?? 0
  look.bornTo = look.bornFrom
}
