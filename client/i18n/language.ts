/** Languages the interface speaks; scenario documents may know more or fewer. */
export const languages = { en: 'English', es: 'Español' } as const
export type Language = keyof typeof languages

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag)

/** The first of the person's wishes (BCP 47 tags) whose base language we speak. */
export function bestLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const base = wish.split('-')[0]?.toLowerCase() ?? ''
    if (isLanguage(base)) return base
  }
  return 'en'
}
