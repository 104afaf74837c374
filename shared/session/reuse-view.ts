import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import type { PrivateView } from '#shared/protocol/views.ts'

interface Kept {
  parts: readonly unknown[]
  content: string
  view: PrivateView
}

const kept = new WeakMap<Compiled, Map<string, Kept>>()
/** Sessions of one scenario share the compiled one; beyond this many viewers the oldest is built again. */
const mostKept = 1000

/** Builds a view only when one of its parts is another object, and gives the old one when what was built says the same. */
export function reuseView(
  compiled: Compiled,
  viewer: { person: string; role: string },
  parts: readonly unknown[],
  tick: number,
  build: () => PrivateView,
): PrivateView {
  const views = kept.get(compiled) ?? new Map<string, Kept>()
  kept.set(compiled, views)
  const key = `${viewer.person} ${viewer.role}`
  const before = views.get(key)
  if (before && before.view.tick <= tick && before.parts.every((part, i) => part === parts[i]))
    return before.view
  const built = build()
  const content = canonicalJson({ ...built, tick: 0, timeMs: 0 })
  const view = before?.content === content && before.view.tick <= tick ? before.view : built
  views.delete(key)
  views.set(key, { parts, content, view })
  const oldest = views.keys().next().value
  if (views.size > mostKept && oldest !== undefined) views.delete(oldest)
  return view
}
