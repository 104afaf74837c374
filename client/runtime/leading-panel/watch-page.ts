import { watchable } from '#client/leading/watchable.ts'
import type { WatchingWay } from '#shared/live/acts.ts'
import type { PanelWords } from './panel-words.ts'
import type { Page, SheetButton, SheetSubject } from './sheet-page.ts'

const BACK_MS = 10_000
const ways = ['window', 'beside', 'ghost'] as const

/** How one watches whom, and the last half minute. Null where nobody is to be watched. */
export function watchPage(subject: SheetSubject, { g, l, nameOf }: PanelWords): Page | null {
  const { live, me, members, way, of, offered, keptMs, behindMs, eyesTracked } = subject
  const others = watchable(members, live, me.person)
  const whom = of ?? others[0]
  if (whom === undefined) return null
  const name = nameOf(whom)
  const choice = (each: WatchingWay, label: string): SheetButton => ({
    id: `way ${each}`,
    label,
    does: { choose: each, of: whom },
    pressed: each === way,
  })
  const buttons = [
    choice('free', g('panel.free')),
    ...ways.filter((each) => offered.includes(each)).map((each) => choice(each, l(`way.${each}`))),
  ]
  const next = others[(others.indexOf(whom) + 1) % others.length]
  if (next !== undefined && next !== whom)
    buttons.push({
      id: 'next',
      label: l('lead.watch', { name: nameOf(next) }),
      does: { choose: wayFor(way), of: next },
    })
  if (way !== 'free' && keptMs > behindMs)
    buttons.push({ id: 'back', label: g('panel.back'), does: { back: BACK_MS } })
  if (behindMs > 0) buttons.push({ id: 'now', label: l('rewind.live'), does: { now: true }, primary: true })
  return {
    title: way === 'free' ? g('panel.watch', { name }) : g('panel.watching', { name }),
    text: g(eyesTracked ? 'gaze.eyes' : 'gaze.head', { name }),
    buttons,
  }
}

const wayFor = (way: WatchingWay) => (way === 'free' ? 'window' : way)
