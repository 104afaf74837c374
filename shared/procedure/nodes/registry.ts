import { z } from 'zod'
import { barrier, type BarrierDocument } from './barrier.ts'
import { branch } from './branch.ts'
import { checkpoint } from './checkpoint.ts'
import type { AnyNode } from './define-node.ts'
import { end } from './end.ts'
import { loop } from './loop.ts'
import type { NodeDocument } from './node-document.ts'
import { parallel } from './parallel.ts'
import { random } from './random.ts'
import { sequence } from './sequence.ts'
import { step, type StepDocument } from './step.ts'
import { unordered } from './unordered.ts'

const nested: z.ZodType<NodeDocument> = z.lazy(() => node)

/** Every kind of node there is. `call` comes with sub-procedures. */
export const nodeKinds: readonly AnyNode[] = [
  step,
  sequence(nested),
  unordered(nested),
  parallel(nested),
  branch(nested),
  random(nested),
  loop(nested),
  checkpoint,
  barrier,
  end,
]

/** Any of them, as the document schema. */
export const node: z.ZodType<NodeDocument> = z
  .discriminatedUnion(
    'type',
    nodeKinds.map((n) => n.schema) as unknown as [z.ZodObject<{ type: z.ZodLiteral<string> }>],
  )
  .meta({ id: 'node' }) as unknown as z.ZodType<NodeDocument>

const byType = new Map(nodeKinds.map((n) => [n.type, n]))

export function nodeKindOf(type: string): AnyNode {
  const found = byType.get(type)
  if (!found) throw new Error(`no node kind "${type}"`)
  return found
}

export function isStep(document: NodeDocument): document is NodeDocument & StepDocument {
  return document.type === 'step'
}

export function isBarrier(document: NodeDocument): document is NodeDocument & BarrierDocument {
  return document.type === 'barrier'
}

/** Nodes directly inside, in order. */
export function childrenOf(document: NodeDocument): readonly NodeDocument[] {
  return nodeKindOf(document.type).children(document)
}
