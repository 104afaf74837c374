import type { Wrong } from '../finding.ts'
import { objectsIn, type Check } from './site.ts'

const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** SCN-28: every text stands in every language that the scenario offers. */
export const languages: Check = ({ scenario, workplace }) => [
  ...incomplete(scenario, scenario.languages, 'scenario'),
  ...incomplete(workplace, scenario.languages, 'workplace'),
]

function incomplete(document: object, wanted: readonly string[], kind: 'scenario' | 'workplace'): Wrong[] {
  const wrongs: Wrong[] = []
  for (const { object, path } of objectsIn(document, [])) {
    if (!isLanguageMap(object, wanted)) continue
    const missing = wanted.filter((language) => !Object.hasOwn(object, language))
    if (missing.length > 0)
      wrongs.push({
        code: 'language-missing',
        document: kind,
        path,
        message: `the text is missing in: ${missing.join(', ')}`,
        mend: 'Translate it, or take the language out of "languages".',
      })
    const extra = Object.keys(object).filter((language) => !wanted.includes(language))
    if (extra.length > 0 && kind === 'scenario')
      wrongs.push({
        code: 'language-not-offered',
        severity: 'warning',
        document: kind,
        path,
        message: `nobody can choose: ${extra.join(', ')}`,
        mend: 'Add it to "languages" when all texts have it.',
      })
  }
  return wrongs
}

/** Language maps are the only objects whose keys are all language tags and whose values are all strings, one of them an offered one. */
function isLanguageMap(object: Readonly<Record<string, unknown>>, wanted: readonly string[]): boolean {
  const entries = Object.entries(object)
  return (
    entries.length > 0 &&
    entries.every(([key, value]) => tag.test(key) && typeof value === 'string') &&
    entries.some(([key]) => wanted.includes(key) || key === 'en')
  )
}
