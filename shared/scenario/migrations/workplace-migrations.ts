import { languageOf, toLanguageMaps } from './language-maps.ts'
import type { JsonObject, Migration } from './migration.ts'

const texts = new Set(['title', 'name', 'description'])

/** Oldest first, one for each step between schema versions. */
export const workplaceMigrations: readonly Migration[] = [
  {
    from: 1,
    does: 'texts in the one language of the document become language maps',
    apply(document) {
      const { language: _, ...rest } = document
      return toLanguageMaps(rest, texts, languageOf(document)) as JsonObject
    },
  },
]
