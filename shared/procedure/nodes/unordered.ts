import { z } from 'zod'
import { activate, complete, skip } from '../run-node.ts'
import { nodeState } from '../draft.ts'
import { defineNode, groupFields } from './define-node.ts'
import type { NodeDocument } from './node-document.ts'

export const unordered = (node: z.ZodType<NodeDocument>) =>
  defineNode({
    type: 'unordered',
    schema: z.strictObject({ type: z.literal('unordered'), ...groupFields, of: z.array(node).min(1) }),
    doc: 'All parts, in any order; done when every part that is not optional is.',
    children: (n) => n.of,
    compile: () => ({
      enter: (draft, self) => self.children.forEach((id) => activate(draft, id)),
      childEnded(draft, self) {
        const open = self.children.filter((id) => ['idle', 'active'].includes(nodeState(draft, id).status))
        if (open.some((id) => draft.compiled.nodes.get(id)?.document.optional !== true)) return
        for (const id of open) skip(draft, id)
        complete(draft, self.id)
      },
    }),
  })
