import type { Wrong } from '../finding.ts'
import { stringsIn, type Check } from './site.ts'

const signs: readonly { what: string; pattern: RegExp }[] = [
  { what: 'an e-mail address', pattern: /[\w.+-]+@[\w-]+\.[\w.-]+/ },
  {
    what: 'a telephone number',
    pattern: /(?<![\w.])\+?\d{1,3}[ (-]{1,2}\d{2,4}[) -]{1,2}\d{3}[ -]?\d{2,4}(?!\w)/,
  },
  { what: 'a name and password in an address', pattern: /:\/\/[^/\s]+:[^/\s]+@/ },
]

/** SCN-31: documents are shared and cached for ever, so nothing in them looks like somebody's data. */
export const personalData: Check = ({ scenario, workplace }) => [
  ...found(scenario, 'scenario'),
  ...found(workplace, 'workplace'),
]

function found(document: unknown, kind: 'scenario' | 'workplace'): Wrong[] {
  const wrongs: Wrong[] = []
  for (const { text, path } of stringsIn(document, [])) {
    const sign = signs.find(({ pattern }) => pattern.test(text))
    if (sign)
      wrongs.push({
        code: 'personal-data',
        severity: 'warning',
        document: kind,
        path,
        message: `this looks like ${sign.what}`,
        mend: 'Take it out, or put an invented one of example.org in its place.',
      })
  }
  return wrongs
}
