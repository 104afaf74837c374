import { english } from '#client/runtime/words.ts'
import type { WordKey, Words } from '#client/runtime/words.ts'
import type { Language } from './language.ts'

/** What the runtime says inside the headset and to screen readers, in the person's language. */
export async function loadRuntimeWords(language: Language): Promise<Words> {
  switch (language) {
    case 'en':
      return english
    case 'es':
      return wordsFrom((await import('./runtime-words-es.ts')).runtimeWordsEs)
  }
}

export function wordsFrom(catalogue: Record<WordKey, string>): Words {
  return (key, params = {}) =>
    catalogue[key].replaceAll(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}
