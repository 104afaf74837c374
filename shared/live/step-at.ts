import { activeSteps } from '#shared/procedure/active-steps.ts'
import type { CompiledStep } from '#shared/procedure/compiled.ts'
import { performs, type At } from './at.ts'

/** The first step that is due for this person; of who has no role, the first that is due at all. */
export function stepAt(
  { compiled, state }: Pick<At, 'compiled' | 'state'>,
  person: string,
): CompiledStep | undefined {
  const due = activeSteps(compiled, state.nodes)
  const { role = '', standIn } = state.participants[person] ?? {}
  if (role === '' && standIn === undefined) return due[0]
  return due.find((step) => performs({ state }, person, step))
}
