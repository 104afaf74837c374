import { z } from 'zod'
import { condition } from '../conditions/registry.ts'
import { activate, complete, skip } from '../run-node.ts'
import { defineNode, groupFields } from './define-node.ts'
import type { NodeDocument } from './node-document.ts'

export const branch = (node: z.ZodType<NodeDocument>) =>
  defineNode({
    type: 'branch',
    schema: z.strictObject({
      type: z.literal('branch'),
      ...groupFields,
      paths: z.array(z.strictObject({ when: condition, node })).min(1),
      otherwise: node.optional(),
    }),
    doc: 'The first path whose condition is true when the branch is reached, else `otherwise`, else nothing.',
    children: (n) => [...n.paths.map((path) => path.node), ...(n.otherwise ? [n.otherwise] : [])],
    compile(n, site) {
      const paths = n.paths.map((path, i) => ({ test: site.test(path.when, String(i)), id: path.node.id }))
      return {
        enter(draft, self) {
          const chosen = paths.find((path) => path.test(draft))?.id ?? n.otherwise?.id
          for (const id of self.children) if (id !== chosen) skip(draft, id)
          if (chosen === undefined) complete(draft, self.id)
          else activate(draft, chosen)
        },
        childEnded: (draft, self) => complete(draft, self.id),
      }
    },
  })
