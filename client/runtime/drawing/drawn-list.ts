import { mayDo } from '#shared/live/permissions.ts'
import type { Granted, LiveAsker } from '#shared/live/permissions.ts'
import type { Annotation } from '#shared/live/state.ts'
import type { Drawn } from './drawing-port.ts'
import { lengthMm } from './outline.ts'

/** What is shown, as a list for those who do not point. */
export function drawnList(
  shown: ReadonlyMap<string, Annotation>,
  asker: LiveAsker,
  live: Granted,
  length: (mm: number) => string,
): Drawn[] {
  return [...shown].map(([key, { shape, by, color, text, points }]) => {
    const own = by === asker.person
    return {
      key,
      shape,
      by,
      color,
      own,
      mayErase: mayDo('erase', own ? 'own' : 'other', asker, live),
      ...(text !== undefined && { text }),
      ...(shape === 'measure' && { length: length(lengthMm(points)) }),
    }
  })
}

/** Of a label without words: one more than the highest number among one's own. */
export function nextLabel(drawn: readonly Drawn[]): string {
  const numbers = drawn.flatMap(({ own, text }) =>
    own && /^\d{1,3}$/.test(text ?? '') ? [Number(text)] : [],
  )
  return String(Math.max(0, ...numbers) + 1)
}
