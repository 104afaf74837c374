import { pick } from '#client/i18n/text.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'
import type { RuntimeSettings } from './comfort.ts'
import type { Wording } from './interaction/interactables.ts'
import type { Readable } from './readable.ts'
import type { Things } from './things/things.ts'
import type { Words } from './words.ts'

/** The documents' names and the runtime's own words in the person's language. */
export function createWording(things: Things, settings: Readable<RuntimeSettings>, words: Words): Wording {
  const text = (map: LanguageMap | undefined) => (map ? pick(map, settings.get().language) : '')
  return {
    words,
    name: (id) => text(things.document(id)?.name),
    description: (id) => text(things.document(id)?.description),
    verb(id, action) {
      if (!action.startsWith('speak:')) {
        const affordance = things.document(id)?.affordances.find(({ type }) => type === action)
        return affordance?.['verb'] === undefined ? undefined : text(affordance['verb'] as LanguageMap)
      }
      const speakTo = things.document(id)?.affordances.find(({ type }) => type === 'speakTo')
      const topics = speakTo?.['topics'] as { id: string; text: LanguageMap }[] | undefined
      return text(topics?.find((topic) => action === `speak:${topic.id}`)?.text)
    },
  }
}
