import { z } from 'zod'
import { randomBelow } from '#shared/kernel/random.ts'
import { activate, complete, skip } from '../run-node.ts'
import { defineNode, groupFields } from './define-node.ts'
import type { NodeDocument } from './node-document.ts'

export const random = (node: z.ZodType<NodeDocument>) =>
  defineNode({
    type: 'random',
    schema: z.strictObject({
      type: z.literal('random'),
      ...groupFields,
      of: z.array(z.strictObject({ chance: z.int().positive().max(1000).default(1), node })).min(1),
    }),
    doc: 'One part, drawn by the session’s seed, the chances being weights.',
    children: (n) => n.of.map((path) => path.node),
    compile(n) {
      const total = n.of.reduce((sum, path) => sum + path.chance, 0)
      return {
        enter(draft, self) {
          const drawn = randomBelow(draft.state.random, total)
          draft.state.random = drawn.state
          let left = drawn.value
          const chosen = n.of.find((path) => (left -= path.chance) < 0)?.node.id ?? ''
          for (const id of self.children) if (id !== chosen) skip(draft, id)
          activate(draft, chosen)
        },
        childEnded: (draft, self) => complete(draft, self.id),
      }
    },
  })
