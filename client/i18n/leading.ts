import type { Language } from './language.ts'
import type { leadingEn } from './leading-en.ts'
import { translatorOf } from './translate.ts'
import type { CatalogueOf, TranslateOf } from './translate.ts'

export type LeadingText = TranslateOf<typeof leadingEn>

const loaders: Record<Language, () => Promise<CatalogueOf<typeof leadingEn>>> = {
  en: async () => (await import('./leading-en.ts')).leadingEn,
  es: async () => (await import('./leading-es.ts')).leadingEs,
}

/** The words of leading and following. */
export async function loadLeading(language: Language): Promise<LeadingText> {
  return translatorOf<typeof leadingEn>(await loaders[language](), language)
}
