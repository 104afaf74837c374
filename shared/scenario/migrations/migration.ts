/** JSON object as it was read; nothing of it is known yet. */
export type JsonObject = { readonly [key: string]: unknown }

/**
 * One pure step from a schema version to the next. It must take any object at all: what it does not recognise it leaves
 * as it is, and the schema then says what is wrong with it.
 */
export interface Migration {
  readonly from: number
  readonly does: string
  apply(document: JsonObject): JsonObject
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
