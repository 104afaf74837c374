import type { en } from './en.ts'
import type { Language } from './language.ts'

/** Plain text with `{name}` places, or plural forms chosen by the number `count`. */
export type Message = string | { one: string; other: string }
type English = typeof en
export type TextKey = keyof English
export type Catalogue = {
  readonly [K in TextKey]: English[K] extends string ? string : { one: string; other: string }
}

type Places<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Places<Rest> : never
type PlacesOf<M> = M extends string
  ? Places<M>
  : M extends { one: infer A; other: infer B }
    ? Places<A> | Places<B> | 'count'
    : never
type Arguments<K extends TextKey> = [PlacesOf<English[K]>] extends [never]
  ? []
  : [values: { [P in PlacesOf<English[K]>]: P extends 'count' ? number : string | number }]

/** `t('lobby.minutes', {count: 5})`; the places of each message are part of its type. */
export type Translate = <K extends TextKey>(key: K, ...values: Arguments<K>) => string

const loaders: Record<Language, () => Promise<Catalogue>> = {
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
}

export async function loadTranslate(language: Language): Promise<Translate> {
  return translator(await loaders[language](), language)
}

export function translator(catalogue: Catalogue, language: string): Translate {
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
