import type { LanguageMap } from '#shared/scenario/common.ts'

/** Any node as it stands in a document; the registry says which exist and what else they hold. */
export interface NodeDocument {
  readonly type: string
  readonly id: string
  /** A titled group of steps is a task of the records. */
  readonly title?: LanguageMap | undefined
  readonly optional?: boolean | undefined
  readonly [key: string]: unknown
}
