import type { guideEn } from './guide-en.ts'
import type { Language } from './language.ts'
import { translatorOf } from './translate.ts'
import type { CatalogueOf, TranslateOf } from './translate.ts'

export type GuideText = TranslateOf<typeof guideEn>

const loaders: Record<Language, () => Promise<CatalogueOf<typeof guideEn>>> = {
  en: async () => (await import('./guide-en.ts')).guideEn,
  es: async () => (await import('./guide-es.ts')).guideEs,
}

/** The words in the scene and on the headset's panel, while somebody leads. */
export async function loadGuideText(language: Language): Promise<GuideText> {
  return translatorOf<typeof guideEn>(await loaders[language](), language)
}
