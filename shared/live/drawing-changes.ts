import type { Annotation, LiveState } from './state.ts'
import type { DrawingChange } from './view.ts'

/** What was drawn and erased from one state to a later one, in the order in which it has to be taken. */
export function drawingChanges(before: LiveState | undefined, after: LiveState | undefined): DrawingChange[] {
  const was = before?.annotations ?? {}
  const is = after?.annotations ?? {}
  if (was === is) return []
  const isAnother = (key: string): boolean => is[key]?.n !== was[key]?.n
  const gone = Object.keys(was).filter(isAnother)
  const now = Object.entries(is).toSorted(([, a], [, b]) => a.n - b.n)
  return [
    ...(gone.length > 0 ? [{ kind: 'gone' as const, keys: gone }] : []),
    ...now.flatMap(([key, annotation]): DrawingChange[] => {
      if (isAnother(key)) return [{ kind: 'begun', key, annotation }]
      return more(key, was[key] ?? annotation, annotation)
    }),
  ]
}

/** An annotation only ever grows. */
function more(key: string, was: Annotation, { points, done }: Annotation): DrawingChange[] {
  const from = was.points.length
  if (from === points.length && was.done === done) return []
  return [{ kind: 'more', key, from, points: points.slice(from), done }]
}
