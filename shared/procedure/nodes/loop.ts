import { z } from 'zod'
import { condition } from '../conditions/registry.ts'
import { own } from '../draft.ts'
import { activate, complete } from '../run-node.ts'
import { defineNode, groupFields } from './define-node.ts'
import type { NodeDocument } from './node-document.ts'

export const loop = (node: z.ZodType<NodeDocument>) =>
  defineNode({
    type: 'loop',
    schema: z.strictObject({
      type: z.literal('loop'),
      ...groupFields,
      body: node,
      until: condition,
      max: z.int().positive().max(100),
    }),
    doc: 'The body again and again, until the condition is true at its end or it was done that many times.',
    children: (n) => [n.body],
    compile(n, site) {
      const until = site.test(n.until, 'until')
      const key = site.memoryKey('rounds')
      return {
        enter: (draft) => activate(draft, n.body.id),
        childEnded(draft, self) {
          const rounds = (draft.state.memory[key]?.[0] ?? 0) + 1
          own(draft, 'memory')[key] = [rounds]
          if (until(draft) || rounds >= n.max) complete(draft, self.id)
          else activate(draft, n.body.id)
        },
      }
    },
  })
