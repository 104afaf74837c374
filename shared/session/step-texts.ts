import type { LanguageMap } from '#shared/scenario/common.ts'
import type { Scenario } from '#shared/scenario/scenario.ts'

/** What readings of a log need of a step's document: never its conditions. */
export interface StepText {
  id: string
  title: LanguageMap
  instruction: LanguageMap
  expectedMs: { p50: number; p90: number }
  hints: readonly { level: number; text: LanguageMap }[]
  mistake?: { text: LanguageMap; remedy: LanguageMap }
}
