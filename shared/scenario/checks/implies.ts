import { canonicalJson } from '#shared/kernel/canonical-json.ts'

/** A condition as checks see it. */
export type When = { readonly type?: unknown; readonly of?: unknown }

/** Surely: is `weak` true whenever `strong` is? A `false` may be ignorance. */
export function implies(strong: When, weak: When): boolean {
  if (canonicalJson(strong) === canonicalJson(weak)) return true
  if (strong.type === 'all' && parts(strong).some((part) => implies(part, weak))) return true
  if (strong.type === 'any' && parts(strong).every((part) => implies(part, weak))) return true
  if (weak.type === 'any') return parts(weak).some((part) => implies(strong, part))
  if (weak.type === 'all') return parts(weak).every((part) => implies(strong, part))
  // What has held for a while is true now.
  return strong.type === 'holds' && implies(strong.of as When, weak)
}

function parts(when: When): readonly When[] {
  return when.of as readonly When[]
}
