import { isObject, type JsonObject } from './migration.ts'

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/**
 * Turns the plain strings under the named keys, at any depth, into language maps of the one language the document had.
 * Version 1 knew no translations.
 */
export function toLanguageMaps(value: unknown, keys: ReadonlySet<string>, language: string): unknown {
  if (Array.isArray(value)) return value.map((item) => toLanguageMaps(item, keys, language))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      keys.has(key) && typeof member === 'string'
        ? { [language]: member }
        : toLanguageMaps(member, keys, language),
    ]),
  )
}

/** The `language` of a version 1 document, "en" where it named none. */
export function languageOf(document: JsonObject): string {
  const { language } = document
  return typeof language === 'string' && languageTag.test(language) ? language : 'en'
}
