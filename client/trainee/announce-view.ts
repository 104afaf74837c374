import type { LanguageMap } from '#shared/scenario/common.ts'
import type { PrivateView } from '#shared/protocol/views.ts'
import type { Translate } from '#client/i18n/translate.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import type { Announcer } from '#client/ui/announcer.tsx'

interface Words {
  t: Translate
  say: (map: LanguageMap) => string
}

/** Reads to a screen reader what appears: the step, hints, mistakes, captions, the end. Returns what stops it. */
export function announceView(link: SessionLink, announcer: Announcer, words: Words): () => void {
  let before: PrivateView | null = null
  const onView = (view: PrivateView | null) => {
    if (view)
      for (const { text, urgent } of newsIn(before, view, words))
        announcer.announce(text, urgent ? 'assertive' : 'polite')
    before = view
  }
  onView(link.view.get())
  const offView = link.view.subscribe(onView)
  const offCues = link.onCue((cue) => {
    if (cue.kind === 'say' || cue.kind === 'injury') announcer.announce(words.say(cue.caption), 'assertive')
  })
  return () => {
    offView()
    offCues()
  }
}

export function newsIn(
  before: PrivateView | null,
  view: PrivateView,
  { t, say }: Words,
): { text: string; urgent: boolean }[] {
  const news: { text: string; urgent: boolean }[] = []
  const { step } = view
  for (const mistake of view.mistakes)
    if (!before?.mistakes.some(({ id }) => id === mistake.id))
      news.push({
        text: `${t('train.mistake')}: ${say(mistake.text)} ${t('train.remedy')}: ${say(mistake.remedy)}`,
        urgent: true,
      })
  if (view.phase === 'running' && step && (step.id !== before?.step?.id || before.phase === 'waiting'))
    news.push({
      text: `${t('train.step', { number: step.number, of: step.of })}. ${say(step.title)}. ${say(step.instruction)}`,
      urgent: false,
    })
  const hint = view.hints.at(-1)
  if (hint && step?.id === before?.step?.id && view.hints.length > (before?.hints.length ?? 0))
    news.push({ text: `${t('train.hint')}: ${say(hint.text)}`, urgent: false })
  return news
}
