import { createContext, use, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { LanguageMap } from '#shared/scenario/common.ts'
import { pick } from '#client/i18n/text.ts'
import { loadTranslate } from '#client/i18n/translate.ts'
import type { Translate } from '#client/i18n/translate.ts'
import type { Language } from '#client/i18n/language.ts'
import { settings } from '#client/settings/settings.ts'
import { useReadable } from './use-readable.ts'

interface Text {
  t: Translate
  language: Language
  /** A document's text in the person's language. */
  say: (map: LanguageMap) => string
}

const TextContext = createContext<Text | null>(null)

/** The words for everything below; changes with the language in the settings, without a reload. */
export function TextProvider({ initial, children }: { initial: Text; children: ReactNode }) {
  const { language } = useReadable(settings)
  const [text, setText] = useState(initial)
  useEffect(() => {
    if (language === text.language) return
    let stale = false
    void loadText(language).then((loaded) => {
      if (!stale) setText(loaded)
    })
    return () => {
      stale = true
    }
  }, [language, text.language])
  useEffect(() => {
    document.documentElement.lang = text.language
  }, [text.language])
  return <TextContext value={text}>{children}</TextContext>
}

export async function loadText(language: Language): Promise<Text> {
  return { t: await loadTranslate(language), language, say: (map) => pick(map, language) }
}

export function useText(): Text {
  const text = use(TextContext)
  if (!text) throw new Error('useText needs a TextProvider above')
  return text
}
