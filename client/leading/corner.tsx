import type { SessionLink } from '#client/net/session-link.ts'
import { cornerCards, followKey, lookKey } from './corner-cards.ts'
import { CornerCard } from './corner-card.tsx'
import { describeCard } from './describe-card.ts'
import type { CardAct } from './describe-card.ts'
import type { Offers } from './offers.ts'
import { PollCard } from './poll-card.tsx'
import type { Act } from './use-live-act.ts'
import type { useLeading } from './use-leading.ts'
import { useSeen } from './use-seen.ts'
import { watchable } from './watchable.ts'
import './corner.css'

/** More at once nobody reads; the others follow. */
const most = 3

interface CornerProps {
  link: SessionLink
  who: ReturnType<typeof useLeading>
  offers: Offers
  act: Act
  /** Is told who wants help. */
  tends: boolean
  /** Whom one watches. */
  watches: string | null
  onWatch: (person: string) => void
  onChooseWay: () => void
  /** To where somebody calls. */
  onGo: () => void
  backToScene: () => void
}

/** What wants an answer, at the bottom where it is in nobody's way; everything in it can be put away. */
export function Corner(props: CornerProps) {
  const { link, who, offers, act, tends, watches, onWatch, onChooseWay, onGo, backToScene } = props
  const { l, live, members, names, nameOf } = who
  const { seen, see, answered, understood, noted } = useSeen(link)
  const me = {
    person: link.me.person,
    watches,
    watchable: watchable(members, live, link.me.person),
    isAsked: offers.isAsked,
    tends,
    acts: link.me.kind === 'participant',
  }
  const words = {
    l,
    nameOf,
    thing: names.thing,
    lookKey: live.lookHere ? lookKey(live.lookHere) : '',
    followKey: followKey(live),
  }
  function press(does: CardAct) {
    if ('act' in does) void act(does.act)
    if ('see' in does) see(does.see)
    if ('understood' in does) understood(does.understood)
    if ('noted' in does) noted(does.noted)
    if ('watch' in does) onWatch(does.watch)
    if ('go' in does) {
      onGo()
      see({ summons: does.go })
    }
    if ('chooseWay' in does) onChooseWay()
    else leave()
  }
  /** Only from a card that is about to go: who answers by a key stays where they are. */
  function leave() {
    if (document.activeElement?.closest('.corner')) backToScene()
  }
  return (
    <div className="corner">
      {cornerCards(live, me, seen)
        .slice(0, most)
        .map((card) =>
          card.kind === 'poll' || card.kind === 'result' ? (
            <PollCard
              key={`poll ${card.n}`}
              card={card}
              who={who}
              onAnswer={(option) => {
                void act({ act: 'answer', poll: card.n, option }).then((taken) => {
                  if (taken) answered(card.n, option)
                })
                leave()
              }}
              onDone={() => {
                see(card.kind === 'poll' ? { poll: card.n } : { result: card.n })
                leave()
              }}
            />
          ) : (
            <CornerCard
              key={describeCard(card, words).key}
              card={describeCard(card, words)}
              onPress={press}
            />
          ),
        )}
    </div>
  )
}
