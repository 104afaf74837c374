import { Vector3 } from 'three'
import { fromFrame } from './anchor-frame.ts'
import type { Annotations } from './annotations.ts'

const place = new Vector3()

/** What is to be seen, as text for tests. Metres. */
export function reportAnnotations({ shown, frames }: Pick<Annotations, 'shown' | 'frames'>) {
  return [...shown.values()].map(({ key, annotation }) => {
    const { shape, by, anchor, points, color, text, done } = annotation
    const frame = frames.matrix(anchor)
    const first = frame && fromFrame(frame, points, 0, place).toArray()
    return {
      key,
      shape,
      by,
      anchor,
      color,
      points: points.length / 3,
      done,
      ...(text !== undefined && { text }),
      /** Null while there is nothing to be seen of the anchor. */
      first: first?.map((value) => Math.round(value * 1000) / 1000) ?? null,
    }
  })
}
