import type { LiveAct } from '#shared/live/acts.ts'
import type { LeadingText } from '#client/i18n/leading.ts'
import type { CornerCard, Seen } from './corner-cards.ts'

/** What pressing a button of a card does. */
export type CardAct =
  | { act: LiveAct }
  | { see: Partial<Seen> }
  | { understood: number }
  /** That this person wants help. */
  | { noted: string }
  /** Looks through that person's eyes, in the way in which one did last. */
  | { watch: string }
  | { chooseWay: true }
  /** Goes where one was called to; the call is answered with it. */
  | { go: number }

export interface DescribedCard {
  key: string
  title: string
  text: string
  /** To be read at once. */
  urgent: boolean
  buttons: readonly { label: string; does: CardAct; primary?: boolean; disabled?: boolean }[]
}

type Question = Extract<CornerCard, { kind: 'poll' | 'result' }>

export interface CardWords {
  l: LeadingText
  nameOf(person: string): string
  thing(id: string): string
  /** Keys of what the live session asks for now: to tell that it was seen. */
  lookKey: string
  followKey: string
}

/** A card in words, with what one can answer. */
export function describeCard(card: Exclude<CornerCard, Question>, words: CardWords): DescribedCard {
  const { l, nameOf, thing } = words
  switch (card.kind) {
    case 'hint':
      return {
        key: `hint ${card.id}`,
        title: l('hint.title', { name: nameOf(card.by) }),
        text: card.text,
        urgent: true,
        buttons: [{ label: l('hint.done'), does: { understood: card.id }, primary: true }],
      }
    case 'summons':
      return {
        key: 'summons',
        title: l('summons.title', { name: nameOf(card.by) }),
        text: l('summons.text'),
        urgent: false,
        buttons: [
          { label: l('summons.go'), does: { go: card.n }, primary: true },
          { label: l('summons.stay'), does: { see: { summons: card.n } } },
        ],
      }
    case 'look':
      return {
        key: 'look',
        title: l('look.title', { name: nameOf(card.by) }),
        text: [card.thing !== '' && l('look.thing', { thing: thing(card.thing) }), l('look.place')]
          .filter(Boolean)
          .join(' '),
        urgent: false,
        buttons: [{ label: l('look.done'), does: { see: { look: words.lookKey } } }],
      }
    case 'follow':
      return {
        key: 'follow',
        title: followTitle(card, words),
        text: '',
        urgent: false,
        buttons: [
          { label: l('lead.watch', { name: nameOf(card.by) }), does: { watch: card.by }, primary: true },
          { label: l('follow.other'), does: { chooseWay: true } },
          { label: l('follow.no'), does: { see: { follow: words.followKey } } },
        ],
      }
    default:
      return describeHelp(card, words)
  }
}

function followTitle(card: Extract<CornerCard, { kind: 'follow' }>, { l, nameOf }: CardWords): string {
  const name = nameOf(card.by)
  if (card.spotlit) return l('follow.spotlight', { name })
  return l(card.called ? 'follow.called' : 'follow.leads', { name })
}

type Help = Exclude<CornerCard, Question | { kind: 'hint' | 'summons' | 'look' | 'follow' }>

function describeHelp(card: Help, { l, nameOf }: CardWords): DescribedCard {
  const noMore = { label: l('help.stop'), does: { act: { act: 'ask-help', on: false } } } as const
  const handBack = { act: { act: 'hand-back' } } as const
  switch (card.kind) {
    case 'wanted': {
      const { person } = card
      return {
        key: `wanted ${person}`,
        title: l('help.wanted', { name: nameOf(person) }),
        text: '',
        urgent: false,
        buttons: [
          {
            label: l('lead.help', { name: nameOf(person) }),
            does: { act: { act: 'help', person, on: true } },
            primary: true,
          },
          { label: l('follow.no'), does: { noted: person } },
        ],
      }
    }
    case 'help-asked':
      return {
        key: 'help',
        title: l('help.asked'),
        text: l('help.askedText'),
        urgent: false,
        buttons: [noMore],
      }
    case 'helped':
      return {
        key: 'help',
        title: l('help.here', { name: nameOf(card.helper) }),
        text: l('help.hereText'),
        urgent: false,
        buttons: [noMore],
      }
    case 'acted-for':
      return {
        key: 'help',
        title: l('help.taken', { name: nameOf(card.helper) }),
        text: l('help.takenText'),
        urgent: true,
        buttons: [{ label: l('help.goOn'), does: handBack }],
      }
    case 'helping':
      return describeHelping(card, l, nameOf(card.person))
    case 'acting':
      return {
        key: `helping ${card.person}`,
        title: l('help.acting', { name: nameOf(card.person) }),
        text: l('help.actingText'),
        urgent: true,
        buttons: [{ label: l('help.handBack'), does: handBack }],
      }
  }
}

function describeHelping(
  { person, takeOver }: Extract<CornerCard, { kind: 'helping' }>,
  l: LeadingText,
  name: string,
): DescribedCard {
  const leave = { label: l('help.leave'), does: { act: { act: 'help', person, on: false } } } as const
  const card = { key: `helping ${person}`, title: l('help.helping', { name }), urgent: false }
  if (takeOver === null) return { ...card, text: l('help.fromHere'), buttons: [leave] }
  return {
    ...card,
    text: `${l('help.helpingText', { name })} ${l(takeOver === 'free' ? 'help.takeOverText' : 'help.busy')}`,
    buttons: [
      {
        label: l('help.takeOver'),
        does: { act: { act: 'take-over', person } },
        disabled: takeOver === 'busy',
      },
      leave,
    ],
  }
}
