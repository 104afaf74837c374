import type { LiveRefusal } from '#shared/live/acts.ts'
import { drawingEn } from './drawing-en.ts'
import type { Language } from './language.ts'
import { translatorOf } from './translate.ts'
import type { CatalogueOf, TranslateOf } from './translate.ts'

export type DrawingText = TranslateOf<typeof drawingEn>

/** The words of drawing in space; a chunk loaded with it. */
export async function loadDrawing(language: Language): Promise<DrawingText> {
  const catalogue: CatalogueOf<typeof drawingEn> =
    language === 'es' ? (await import('./drawing-es.ts')).drawingEs : drawingEn
  return translatorOf<typeof drawingEn>(catalogue, language)
}

/** Why a drawing was refused. */
export function describeDrawingRefusal(text: DrawingText, reason: LiveRefusal): string {
  switch (reason) {
    case 'not-allowed':
    case 'not-now':
    case 'too-many':
    case 'too-long':
    case 'unknown-thing':
    case 'nothing-to-undo':
    case 'storage-unavailable':
      return text(`refused.${reason}`)
    default:
      return text('refused.other')
  }
}
