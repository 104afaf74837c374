import { z } from 'zod'
import { activate, complete, skip } from '../run-node.ts'
import { nodeState } from '../draft.ts'
import type { CompiledNode } from '../compiled.ts'
import type { Draft } from '../draft.ts'
import { defineNode, groupFields } from './define-node.ts'
import type { NodeDocument } from './node-document.ts'

export const sequence = (node: z.ZodType<NodeDocument>) =>
  defineNode({
    type: 'sequence',
    schema: z.strictObject({ type: z.literal('sequence'), ...groupFields, of: z.array(node).min(1) }),
    doc: 'One after the other. An optional part is offered together with what follows it, and left out when that is done first.',
    children: (n) => n.of,
    compile: () => ({
      enter: (draft, self) => goOnFrom(draft, self, 0),
      childEnded(draft, self, child) {
        const at = self.children.indexOf(child)
        const later = self.children.slice(at + 1)
        // The end of an optional part: what follows was offered together with it.
        if (later.some((id) => nodeState(draft, id).status !== 'idle')) return
        for (const id of self.children.slice(0, at))
          if (nodeState(draft, id).status === 'active') skip(draft, id)
        goOnFrom(draft, self, at + 1)
      },
    }),
  })

function goOnFrom(draft: Draft, self: CompiledNode, first: number): void {
  for (let i = first; i < self.children.length; i += 1) {
    const id = self.children[i] ?? ''
    const optional = draft.compiled.nodes.get(id)?.document.optional === true
    activate(draft, id)
    if (!optional || nodeState(draft, id).status !== 'active') return
  }
  if (self.children.every((id) => nodeState(draft, id).status !== 'active')) complete(draft, self.id)
}
