import type { LeadView } from '#shared/live/view.ts'
import { Icon } from '#client/ui/icon.tsx'
import { helpWanted } from './help-wanted.ts'
import type { HelpWanted } from './help-wanted.ts'
import { LeadingIcon } from './leading-icon.tsx'
import type { Offers } from './offers.ts'
import type { Act } from './use-live-act.ts'
import type { useLeading } from './use-leading.ts'
import './waiting-list.css'

interface WaitingListProps {
  who: ReturnType<typeof useLeading>
  lead: LeadView | null
  me: string
  offers: Offers
  act: Act
}

/** Who asked for help and who raised a hand, each in the order in which they did. */
export function WaitingList({ who, lead, me, offers, act }: WaitingListProps) {
  const { l, live, nameOf } = who
  const wanted = helpWanted(live, lead)
  const { hands } = live
  return (
    <section className="waiting-list" aria-labelledby="waiting-list-title">
      <h2 className="label" id="waiting-list-title">
        {l('waiting.title')}
      </h2>
      {wanted.length === 0 && hands.length === 0 && <p className="soft">{l('waiting.nobody')}</p>}
      {wanted.length > 0 && (
        <ul aria-label={l('waiting.help')}>
          {wanted.map((each) => (
            <li key={each.person} data-open={each.helper === null}>
              <LeadingIcon name="help" />
              <Words name={nameOf(each.person)} about={aboutHelp(each, who)} />
              {each.person !== me && offers.may('help', 'other') && (
                <HelpButton each={each} me={me} who={who} act={act} />
              )}
            </li>
          ))}
        </ul>
      )}
      {hands.length > 0 && (
        <ul aria-label={l('waiting.hands')}>
          {hands.map((person) => (
            <li key={person} data-open="true">
              <Icon name="hand" />
              <Words name={nameOf(person)} about={l('waiting.raised')} />
              {person !== me && offers.may('lower-hand', 'other') && (
                <button
                  type="button"
                  className="button"
                  aria-label={`${l('waiting.seen')}: ${nameOf(person)}`}
                  onClick={() => void act({ act: 'lower-hand', person })}
                >
                  {l('waiting.seen')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function aboutHelp({ step, helper, taken }: HelpWanted, { l, say, nameOf }: WaitingListProps['who']): string {
  if (helper === null) return step ? l('waiting.at', { step: say(step) }) : l('waiting.wants')
  return l(taken ? 'waiting.taken' : 'waiting.helped', { name: nameOf(helper) })
}

function Words({ name, about }: { name: string; about: string }) {
  return (
    <p>
      <strong>{name}</strong>
      <span className="soft">{about}</span>
    </p>
  )
}

function HelpButton({
  each,
  me,
  who,
  act,
}: { each: HelpWanted; me: string } & Pick<WaitingListProps, 'who' | 'act'>) {
  const { l, nameOf } = who
  const { person, helper } = each
  if (helper !== null && helper !== me) return null
  const helping = helper === me
  return (
    <button
      type="button"
      className={helping ? 'button' : 'button button--primary'}
      aria-label={helping ? l('help.leave') : l('lead.help', { name: nameOf(person) })}
      onClick={() => void act({ act: 'help', person, on: !helping })}
    >
      {l(helping ? 'waiting.leave' : 'waiting.come')}
    </button>
  )
}
