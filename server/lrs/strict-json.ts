export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }

const MAX_DEPTH = 64

/**
 * JSON as the standard wants it: a key that stands twice in one object is refused (xAPI 1.0.3 Data 2.2), and so are lone
 * surrogates, which no UTF-8 store can keep, and nesting that only an attacker writes.
 */
export function parseStrictJson(text: string): StrictJson {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { ok: false, message: `not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
  const message = findFlaw(text)
  return message === undefined ? { ok: true, value } : { ok: false, message }
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g

/** Walks the tokens of a text that is known to be JSON. */
function findFlaw(text: string): string | undefined {
  const keysOfOpenObjects: (Set<string> | undefined)[] = []
  let previous = ''
  let candidate = ''
  for (const [found] of text.matchAll(token)) {
    if (found === '{' || found === '[') {
      keysOfOpenObjects.push(found === '{' ? new Set() : undefined)
      if (keysOfOpenObjects.length > MAX_DEPTH) return `nested more than ${MAX_DEPTH} levels deep`
    } else if (found === '}' || found === ']') keysOfOpenObjects.pop()
    else if (found.startsWith('"')) {
      candidate = found
      if (found.includes('\\u') && !isWellFormed(found)) return 'a string has half of a surrogate pair'
    } else if (found === ':' && previous.startsWith('"')) {
      const key: string = JSON.parse(candidate)
      const keys = keysOfOpenObjects.at(-1)
      if (keys?.has(key) === true) return `the key ${JSON.stringify(key)} stands twice in one object`
      keys?.add(key)
    }
    previous = found
  }
  return undefined
}

function isWellFormed(quoted: string): boolean {
  const text: string = JSON.parse(quoted)
  return text.isWellFormed()
}
