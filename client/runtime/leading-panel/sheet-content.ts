import { cornerCards, followKey, lookKey } from '#client/leading/corner-cards.ts'
import type { CornerCard } from '#client/leading/corner-cards.ts'
import { describeCard } from '#client/leading/describe-card.ts'
import { offersFor } from '#client/leading/offers.ts'
import type { Offers } from '#client/leading/offers.ts'
import { watchable } from '#client/leading/watchable.ts'
import { drawPage } from './draw-page.ts'
import { leadPage, showPage } from './lead-page.ts'
import type { PanelWords } from './panel-words.ts'
import type { Page, PageId, SheetContent, SheetSubject } from './sheet-page.ts'
import { watchPage } from './watch-page.ts'

export function sheetContent(subject: SheetSubject, words: PanelWords): SheetContent {
  const offers = offersFor(subject.live, subject.me)
  const card = cardFor(subject, offers)
  const pages: Partial<Record<PageId, Page>> = {}
  if (card && isPressing(card)) pages.answer = answerPage(card, subject, words)
  const watching = watchPage(subject, words)
  if (watching) pages.watch = watching
  pages.show = showPage(subject, offers, words)
  if (subject.drawing.may) pages.draw = drawPage(subject.drawing, words)
  const leading = leadPage(subject, offers, words)
  if (leading) pages.lead = leading
  if (card) pages.answer ??= answerPage(card, subject, words)
  const ids = Object.keys(pages) as PageId[]
  const page = subject.page !== null && ids.includes(subject.page) ? subject.page : (ids[0] ?? 'show')
  return {
    page,
    ...(pages[page] ?? { title: '', text: '', buttons: [] }),
    columns: page === 'answer' && card?.kind === 'poll' ? 2 : 4,
    tabs: ids.map((id) => ({
      id: `tab ${id}`,
      label: words.g(`panel.tab.${id}`),
      does: { page: id },
      pressed: id === page,
      primary: id === 'answer' && card !== undefined && isPressing(card),
    })),
  }
}

/** What wants an answer from this person, the most pressing one. */
export function cardFor(
  { live, me, members, seen, way, of }: SheetSubject,
  offers: Offers,
): CornerCard | undefined {
  const cards = cornerCards(
    live,
    {
      person: me.person,
      watches: way === 'free' ? null : of,
      watchable: watchable(members, live, me.person),
      isAsked: offers.isAsked,
      tends: offers.may('step', 'other'),
      acts: me.kind === 'participant',
    },
    seen,
  )
  return cards.find(isPressing) ?? cards[0]
}

/** Waits for an answer; all else is only good to know. */
export function isPressing(card: CornerCard): boolean {
  switch (card.kind) {
    case 'hint':
    case 'summons':
    case 'wanted':
    case 'result':
      return true
    case 'poll':
      return card.chosen === null
    case 'follow':
      return card.called || card.spotlit
    case 'look':
    case 'help-asked':
    case 'helped':
    case 'acted-for':
    case 'helping':
    case 'acting':
      return false
  }
}

export function answerPage(card: CornerCard, { live }: SheetSubject, words: PanelWords): Page {
  if (card.kind === 'poll' || card.kind === 'result') return questionPage(card, words)
  const { title, text, buttons } = describeCard(card, {
    ...words,
    lookKey: live.lookHere ? lookKey(live.lookHere) : '',
    followKey: followKey(live),
  })
  return { title, text, buttons: buttons.map((button, i) => ({ ...button, id: `answer ${i}` })) }
}

function questionPage(card: Extract<CornerCard, { kind: 'poll' | 'result' }>, { l, say }: PanelWords): Page {
  if (card.kind === 'result')
    return {
      title: l(card.right ? 'poll.right' : 'poll.wrong'),
      text: l('poll.was', { step: say(card.correct) }),
      buttons: [
        { id: 'understood', label: l('hint.done'), does: { see: { result: card.n } }, primary: true },
      ],
    }
  const { n, options, chosen } = card
  const answer = options.find(({ id }) => id === chosen)
  const dismiss = { id: 'dismiss', label: l('poll.dismiss'), does: { see: { poll: n } } } as const
  if (answer)
    return {
      title: l('poll.title'),
      text: l('poll.answered', { step: say(answer.title) }),
      buttons: [dismiss],
    }
  const choices = options.map(({ id, title }) => ({
    id: `option ${id}`,
    label: say(title),
    does: { answer: id, poll: n },
  }))
  return { title: l('poll.title'), text: '', buttons: [...choices, dismiss] }
}
