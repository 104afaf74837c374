import type { Wrong } from '../finding.ts'
import { stringsIn, type Check } from './site.ts'

const regulation = /\b\d+ CFR (?:Part )?\d+(?:\.\d+)?/g
/** Quantities that a trainee would take for a rule. */
const quantity = /(\d+(?:[.,]\d+)?)\s?(m|ft|feet|pies|lb|V|dB|%|°C|mph|km\/h)(?![\p{L}\d])/gu

/** SCN-30: every regulation and every quantity that a text teaches has a source in `basis`. */
export const sources: Check = ({ scenario }) => {
  const { basis, tests: _, ...taught } = scenario
  const stated = basis.map(({ source, clause, states }) => `${source} ${clause} ${states}`).join('\n')
  const wrongs: Wrong[] = []
  if (basis.length === 0)
    wrongs.push({
      code: 'no-basis',
      path: ['basis'],
      message: 'the scenario names no source',
      mend: 'Say on what standard, law or guidance it rests.',
    })
  for (const { text, path } of stringsIn(taught, [])) {
    for (const [name] of text.matchAll(regulation)) {
      if (!stated.includes(name))
        wrongs.push({
          code: 'source-missing',
          path,
          message: `${name} is named, but "basis" does not hold it`,
          mend: 'Add clause, address and date of retrieval.',
        })
    }
    for (const [whole, number = ''] of text.matchAll(quantity)) {
      if (!numberIn(stated, number.replace(',', '.')))
        wrongs.push({
          code: 'source-missing',
          path,
          message: `"${whole}" has no source`,
          mend: 'Add what states it to "basis" (also when it is practice guidance), or leave the number out.',
        })
    }
  }
  return wrongs
}

function numberIn(text: string, number: string): boolean {
  return new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d])`).test(text)
}
