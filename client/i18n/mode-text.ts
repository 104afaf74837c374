import type { ModeName } from '#shared/scenario/scenario.ts'
import type { Translate } from './translate.ts'

/** A mode's name; one of a later server is called by its id. */
export function modeName(t: Translate, mode: string): string {
  if (mode === 'guided') return t('lobby.modeGuided')
  if (mode === 'practice') return t('lobby.modePractice')
  if (mode === 'exam') return t('lobby.modeExam')
  return mode
}

export function modeNote(t: Translate, mode: ModeName): string | undefined {
  if (mode === 'guided') return t('lobby.modeGuidedNote')
  if (mode === 'practice') return t('lobby.modePracticeNote')
  if (mode === 'exam') return t('lobby.modeExamNote')
  return undefined
}
