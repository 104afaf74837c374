import type { LanguageMap } from '#shared/scenario/common.ts'

/** A document's text in the wished language, else its regional sibling, else English, else whatever there is. */
export function pick(map: LanguageMap, language: string): string {
  const base = language.split('-')[0] ?? language
  const sibling = Object.keys(map).find((tag) => tag.split('-')[0] === base)
  return (
    map[language] ??
    (sibling === undefined ? undefined : map[sibling]) ??
    map['en'] ??
    Object.values(map)[0] ??
    ''
  )
}
