import type { en } from './en.ts'
import type { Language } from './language.ts'

/** Plain text with `{name}` places, or plural forms chosen by the number `count`. */
export type Message = string | { one: string; other: string }
type Messages = Readonly<Record<string, Message>>

/** Another language's messages beside the English ones. */
export type CatalogueOf<English extends Messages> = {
  readonly [K in keyof English]: English[K] extends string ? string : { one: string; other: string }
}

type Places<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Places<Rest> : never
type PlacesOf<M> = M extends string
  ? Places<M>
  : M extends { one: infer A; other: infer B }
    ? Places<A> | Places<B> | 'count'
    : never
type Arguments<M> = [PlacesOf<M>] extends [never]
  ? []
  : [values: { [P in PlacesOf<M>]: P extends 'count' ? number : string | number }]

/** `t('lobby.minutes', {count: 5})`; the places of each message are part of its type. */
export type TranslateOf<English extends Messages> = <K extends keyof English & string>(
  key: K,
  ...values: Arguments<English[K]>
) => string

export type TextKey = keyof typeof en
export type Catalogue = CatalogueOf<typeof en>
export type Translate = TranslateOf<typeof en>

const loaders: Record<Language, () => Promise<Catalogue>> = {
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
}

export async function loadTranslate(language: Language): Promise<Translate> {
  return translator(await loaders[language](), language)
}

export function translator(catalogue: Catalogue, language: string): Translate {
  return translatorOf<typeof en>(catalogue, language)
}

export function translatorOf<English extends Messages>(
  catalogue: CatalogueOf<English>,
  language: string,
): TranslateOf<English> {
  const plural = new Intl.PluralRules(language)
  return (key, ...[values]) => {
    const message: Message = catalogue[key]
    const places = (values ?? {}) as Record<string, string | number>
    const form =
      typeof message === 'string'
        ? message
        : message[plural.select(Number(places['count'])) === 'one' ? 'one' : 'other']
    return form.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(places[name] ?? place))
  }
}
