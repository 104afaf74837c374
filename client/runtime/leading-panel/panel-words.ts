import type { GuideText } from '#client/i18n/guide.ts'
import type { LeadingText } from '#client/i18n/leading.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'

/** What the panel says with. */
export interface PanelWords {
  readonly g: GuideText
  readonly l: LeadingText
  /** Of a person, also one who only watches. */
  nameOf(person: string): string
  thing(entity: string): string
  /** "Ann, Bo and Cem" */
  list(names: readonly string[]): string
  say(text: LanguageMap): string
}
