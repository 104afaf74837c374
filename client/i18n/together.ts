import type { Language } from './language.ts'
import { translatorOf } from './translate.ts'
import type { CatalogueOf, TranslateOf } from './translate.ts'
import type { togetherEn } from './together-en.ts'

export type TogetherText = TranslateOf<typeof togetherEn>

const loaders: Record<Language, () => Promise<CatalogueOf<typeof togetherEn>>> = {
  en: async () => (await import('./together-en.ts')).togetherEn,
  es: async () => (await import('./together-es.ts')).togetherEs,
}

/** The words of runs of several people; a page without others never loads them. */
export async function loadTogether(language: Language): Promise<TogetherText> {
  return translatorOf<typeof togetherEn>(await loaders[language](), language)
}
