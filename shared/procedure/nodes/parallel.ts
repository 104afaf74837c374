import { z } from 'zod'
import { activate, complete, skip } from '../run-node.ts'
import { nodeState } from '../draft.ts'
import { defineNode, groupFields } from './define-node.ts'
import type { NodeDocument } from './node-document.ts'

export const parallel = (node: z.ZodType<NodeDocument>) =>
  defineNode({
    type: 'parallel',
    schema: z.strictObject({
      type: z.literal('parallel'),
      ...groupFields,
      complete: z.union([z.literal('all'), z.literal('any'), z.int().positive()]).default('all'),
      of: z.array(node).min(1),
    }),
    doc: 'Paths side by side; done when all (that are not optional), any, or that many are done. The others are left out.',
    children: (n) => n.of,
    compile(n) {
      const required = n.of.filter((child) => child.optional !== true).map((child) => child.id)
      const enough = n.complete === 'any' ? 1 : n.complete
      return {
        enter: (draft, self) => self.children.forEach((id) => activate(draft, id)),
        childEnded(draft, self) {
          const ended = (id: string): boolean => ['done', 'skipped'].includes(nodeState(draft, id).status)
          const done =
            enough === 'all'
              ? required.every(ended)
              : self.children.filter(ended).length >= Math.min(enough, self.children.length)
          if (!done) return
          for (const id of self.children) skip(draft, id)
          complete(draft, self.id)
        },
      }
    },
  })
