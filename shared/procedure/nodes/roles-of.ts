import type { NodeDocument } from './node-document.ts'
import { childrenOf, isStep } from './registry.ts'

/** Roles that the steps in a node are for; null: some are everybody's. A node without steps is nobody's in particular. */
export function rolesOf(node: NodeDocument): readonly string[] | null {
  const roles = new Set<string>()
  let everybodys = false
  const visit = (at: NodeDocument): void => {
    if (isStep(at) && at.roles.length === 0) everybodys = true
    else if (isStep(at)) at.roles.forEach((role) => roles.add(role))
    else childrenOf(at).forEach(visit)
  }
  visit(node)
  return everybodys ? null : [...roles]
}
