import { z } from 'zod'
import { documentId, languageMap } from '#shared/scenario/common.ts'
import type { CompiledNode } from '../compiled.ts'
import type { Condition } from '../conditions/define-condition.ts'
import type { Draft } from '../draft.ts'
import type { Test } from '../compiled.ts'
import type { NodeDocument } from './node-document.ts'

/** Fields that every node which holds others has. */
export const groupFields = {
  id: documentId,
  title: languageMap.optional(),
  optional: z.boolean().default(false),
}

/** What a node kind gets to compile its own conditions with. */
export interface NodeSite {
  test(condition: Condition, name: string): Test
  memoryKey(name: string): string
}

export interface NodeBehaviour {
  enter(draft: Draft, self: CompiledNode): void
  childEnded(draft: Draft, self: CompiledNode, child: string): void
}

export interface AnyNode {
  readonly type: string
  readonly schema: z.ZodObject
  readonly doc: string
  children(node: NodeDocument): readonly NodeDocument[]
  compile(node: NodeDocument, site: NodeSite): NodeBehaviour
}

/** A way of putting steps together. `children` in the order that numbers them; behaviour through run-node.ts only. */
export function defineNode<Schema extends z.ZodObject>(definition: {
  type: string
  schema: Schema
  doc: string
  children?: (node: z.output<Schema>) => readonly NodeDocument[]
  compile: (
    node: z.output<Schema>,
    site: NodeSite,
  ) => { enter: NodeBehaviour['enter']; childEnded?: NodeBehaviour['childEnded'] }
}): AnyNode {
  type Document = z.output<Schema>
  return {
    type: definition.type,
    schema: definition.schema,
    doc: definition.doc,
    children: (node) => definition.children?.(node as unknown as Document) ?? [],
    compile(node, site) {
      const { enter, childEnded } = definition.compile(node as unknown as Document, site)
      return { enter, childEnded: childEnded ?? (() => undefined) }
    },
  }
}
