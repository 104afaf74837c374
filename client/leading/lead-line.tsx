import { Icon } from '#client/ui/icon.tsx'
import type { Offers } from './offers.ts'
import { LeadingIcon } from './leading-icon.tsx'
import type { Situation } from './situation.ts'
import type { Act } from './use-live-act.ts'
import type { useLeading } from './use-leading.ts'

interface LeadLineProps {
  who: ReturnType<typeof useLeading>
  me: string
  offers: Offers
  act: Act
  open: boolean
  /** How many want something of this person. */
  waiting: number
  onOpen: () => void
}

/** At all times: who leads, and who sees what one sees. It opens what one can do about it. */
export function LeadLine({ who, me, offers, act, open, waiting, onOpen }: LeadLineProps) {
  const { l, live, mine, nameOf } = who
  const raised = live.hands.includes(me)
  const asked = live.help.some(({ person }) => person === me)
  return (
    <div className="lead-line" data-spotlit={mine.spotlit}>
      <button
        type="button"
        className="lead-line__state"
        aria-expanded={open}
        aria-controls="lead-sheet"
        onClick={onOpen}
      >
        <LeadingIcon name="lead" />
        <span>
          <strong>{leaderWords()}</strong>
          <span className="lead-line__view">{viewWords(mine, who)}</span>
        </span>
        {waiting > 0 && (
          <span className="lead-line__count">
            {waiting}
            <span className="visually-hidden"> {l('line.waiting')}</span>
          </span>
        )}
        <span className="visually-hidden">. {l('line.open')}</span>
        <LeadingIcon name={open ? 'shut' : 'open'} />
      </button>
      {offers.raisesHand && (
        <button
          type="button"
          className="tool"
          aria-pressed={raised}
          aria-label={l(raised ? 'hand.lower' : 'hand.raise')}
          title={l(raised ? 'hand.lower' : 'hand.raise')}
          onClick={() => void act({ act: 'raise-hand', on: !raised })}
        >
          <Icon name="hand" />
        </button>
      )}
      {offers.asksHelp && (
        <button
          type="button"
          className="tool"
          aria-pressed={asked}
          aria-label={l(asked ? 'help.stop' : 'help.ask')}
          title={l(asked ? 'help.stop' : 'help.ask')}
          onClick={() => void act({ act: 'ask-help', on: !asked })}
        >
          <LeadingIcon name="help" />
        </button>
      )}
    </div>
  )
  function leaderWords() {
    if (mine.leads) return l('line.you')
    if (live.spotlight !== null && !mine.spotlit) return l('line.spotlight', { name: nameOf(live.spotlight) })
    return mine.leader === null ? l('line.nobody') : l('line.other', { name: nameOf(mine.leader) })
  }
}

function viewWords(mine: Situation, { l }: Pick<ReturnType<typeof useLeading>, 'l'>): string {
  if (mine.shared === null) return ''
  if (mine.spotlit) return l('line.spotlit')
  if (!mine.shared) return l('line.unshared')
  return mine.watchers > 0 ? l('line.watched', { count: mine.watchers }) : l('line.shared')
}
