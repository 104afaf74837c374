import { pick } from '#client/i18n/text.ts'
import type { PrivateView } from '#shared/protocol/views.ts'
import type { Words } from '../words.ts'

export interface PanelButton {
  id: 'hint' | 'pause' | 'resume' | 'begin' | 'pull' | 'release'
  label: string
}

/** What the panel in the world says; redrawn only when this changes. */
export interface PanelContent {
  kicker: string
  title: string
  body: string
  /** 0..100 */
  progress: number | null
  note: string
  noteKind: 'hint' | 'mistake' | 'none'
  buttons: PanelButton[]
}

export interface PanelSubject {
  view: PrivateView | null
  title: string
  briefing: string
  holdsTool: boolean
  pinIn: boolean
  language: string
  words: Words
}

export function panelContent({
  view,
  title,
  briefing,
  holdsTool,
  pinIn,
  language,
  words,
}: PanelSubject): PanelContent {
  const empty: PanelContent = {
    kicker: '',
    title,
    body: briefing,
    progress: null,
    note: '',
    noteKind: 'none',
    buttons: [],
  }
  const button = (id: PanelButton['id'], key: Parameters<Words>[0]): PanelButton => ({
    id,
    label: words(key),
  })
  if (!view || view.phase === 'waiting') return { ...empty, buttons: [button('begin', 'panel.begin')] }
  if (view.ended) {
    const { ended } = view
    const body = `${pick(ended.text, language)}\n\n${words('panel.ended-text')}`
    return { ...empty, title: pick(ended.title, language), body }
  }
  if (view.paused) {
    const left = view.paused.pausesLeft
    const note = left === null ? '' : words('panel.pauses-left', { count: left })
    return {
      ...empty,
      title: words('panel.paused'),
      body: words('panel.paused-text'),
      note,
      buttons: [button('resume', 'panel.resume')],
    }
  }
  const hint = view.hints.at(-1)
  const mistake = view.mistakes.at(-1)
  const said = mistake
    ? `${pick(mistake.text, language)} ${pick(mistake.remedy, language)}`
    : hint
      ? pick(hint.text, language)
      : ''
  const buttons = [
    ...(holdsTool && pinIn ? [button('pull', 'action.pull')] : []),
    ...(holdsTool ? [button('release', 'action.release')] : []),
    ...(view.hintAvailable ? [button('hint', 'panel.hint')] : []),
    button('pause', 'panel.pause'),
  ]
  const { step } = view
  const rest = {
    note: said,
    noteKind: mistake ? ('mistake' as const) : hint ? ('hint' as const) : ('none' as const),
    buttons,
  }
  if (!step) return { ...empty, kicker: words('panel.task'), ...rest }
  return {
    kicker: words('panel.step', { number: step.number, of: step.of }),
    title: pick(step.title, language),
    body: pick(step.instruction, language),
    progress: step.progress ?? null,
    ...rest,
  }
}
