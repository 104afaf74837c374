/**
 * JSON Canonicalization Scheme, RFC 8785: members sorted by UTF-16 code units, numbers and strings as ECMAScript writes
 * them. Members whose value is `undefined` are left out, as JSON.stringify does.
 *
 * @throws {TypeError} for what JSON cannot say: NaN, infinities, lone surrogates, functions, bigint, `undefined` in a list.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`canonical JSON has no ${value}`)
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? canonicalList(value) : canonicalObject(value as Record<string, unknown>)
    default:
      throw new TypeError(`canonical JSON has no ${typeof value}`)
  }
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('canonical JSON has no lone surrogates')
  return JSON.stringify(text)
}

function canonicalList(list: readonly unknown[]): string {
  let text = '['
  for (let i = 0; i < list.length; i += 1) text += (i === 0 ? '' : ',') + canonicalJson(list[i])
  return `${text}]`
}

function canonicalObject(record: Record<string, unknown>): string {
  let text = ''
  for (const key of Object.keys(record).sort()) {
    const value = record[key]
    if (value !== undefined)
      text += `${text === '' ? '' : ','}${canonicalString(key)}:${canonicalJson(value)}`
  }
  return `{${text}}`
}
