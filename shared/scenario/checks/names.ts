import type { Wrong } from '../finding.ts'
import type { Check } from './site.ts'

/** SCN-29: things that can be used are told apart by their names alone, as a screen reader does. */
export const names: Check = ({ workplace }) => {
  const wrongs: Wrong[] = []
  const seen = new Map<string, string>()
  for (const [i, entity] of workplace.entities.entries()) {
    if (entity.affordances.length === 0) continue
    for (const [language, name] of Object.entries(entity.name)) {
      const key = `${language} ${name.trim().toLowerCase()}`
      const other = seen.get(key)
      if (other !== undefined)
        wrongs.push({
          code: 'same-name',
          document: 'workplace',
          path: ['entities', i, 'name', language],
          message: `"${name}" is also the name of "${other}"`,
          mend: 'Say what tells them apart.',
        })
      seen.set(key, entity.id)
    }
  }
  return wrongs
}
