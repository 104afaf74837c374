import { loadGuideText } from '#client/i18n/guide.ts'
import type { GuideText } from '#client/i18n/guide.ts'
import { isLanguage } from '#client/i18n/language.ts'
import { loadLeading } from '#client/i18n/leading.ts'
import type { LeadingText } from '#client/i18n/leading.ts'
import type { RuntimeSettings } from './comfort.ts'
import { writable } from './readable.ts'
import type { Readable } from './readable.ts'

/** What a live session says in the scene, and what it says on the pages, too. */
export interface LiveWords {
  readonly g: GuideText
  readonly l: LeadingText
}

/** In the person's language, and anew when they choose another. */
export async function loadLiveWords(
  settings: Readable<RuntimeSettings>,
): Promise<Readable<LiveWords> & { dispose(): void }> {
  let { language } = settings.get()
  const words = writable(await load(language))
  const stop = settings.subscribe((now) => {
    if (now.language !== language) void change((language = now.language))
  })
  async function change(next: string) {
    try {
      const loaded = await load(next)
      if (language === next) words.set(loaded)
    } catch (fault) {
      // The network: they stay in the language they are in.
      console.warn(fault)
    }
  }
  return { ...words, dispose: stop }
}

async function load(tag: string): Promise<LiveWords> {
  const language = isLanguage(tag) ? tag : 'en'
  const [g, l] = await Promise.all([loadGuideText(language), loadLeading(language)])
  return { g, l }
}
