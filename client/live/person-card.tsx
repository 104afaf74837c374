import type { RosterPerson } from '#shared/protocol/members.ts'
import type { LeadingScene } from '#client/leading/leading-scene.ts'
import { offersAbout } from '#client/leading/offers.ts'
import { PersonActs } from '#client/leading/person-acts.tsx'
import type { Act } from '#client/leading/use-live-act.ts'
import type { useLeading } from '#client/leading/use-leading.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { markOf } from '#client/runtime/avatars/mark-of.ts'
import { LineBars } from '#client/together/line-bars.tsx'
import { rosterWords } from '#client/together/roster-words.ts'
import { useModeratedPerson } from '#client/together/use-moderated-person.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { PersonMark } from '#client/ui/person-mark.tsx'
import { liveBadges } from './live-badges.ts'
import { Thumbnail } from './thumbnail.tsx'

interface PersonCardProps {
  link: SessionLink
  who: ReturnType<typeof useLeading>
  person: RosterPerson
  scene: LeadingScene | null
  act: Act
  onWatch: (person: string) => void
  onGoTo: (person: string) => void
}

/** One person: what they see now, who and where they are, and all that can be done about them. */
export function PersonCard({ link, who, person: each, scene, act, onWatch, onGoTo }: PersonCardProps) {
  const { l, w, say, live, members, names, nameOf } = who
  const { person, step, kind } = each
  const member = members.people[person]
  const isMe = person === link.me.person
  const name = nameOf(person)
  const offers = offersAbout(person, member, live, link.me)
  const asking = live.hands.includes(person)
  const { acts, refused, dialogs } = useModeratedPerson(link, each, name)
  const about = [...rosterWords(each, asking, w, names), ...liveBadges(person, live, l, nameOf)]
  const seen = offers.includes('watch')
  return (
    <li className="card" data-leads={live.leader === person} data-asking={asking}>
      {kind === 'participant' && !member?.bot && (
        <button
          type="button"
          className="card__view"
          disabled={!seen}
          aria-label={seen ? l('lead.watch', { name }) : whyUnseen()}
          title={seen ? l('lead.watch', { name }) : whyUnseen()}
          onClick={() => onWatch(person)}
        >
          {seen && scene?.thumbnails ? (
            <Thumbnail person={person} thumbnails={scene.thumbnails} />
          ) : (
            <span>{seen ? l('lead.watch', { name }) : whyUnseen()}</span>
          )}
        </button>
      )}
      <div className="card__words">
        <p className="card__name">
          <PersonMark mark={markOf(member?.slot ?? 0)} />
          <strong>{isMe ? w('who.you', { name }) : name}</strong>
        </p>
        <p className="soft">{about.join(' · ')}</p>
        {kind === 'participant' && (
          <p>
            <span className="visually-hidden">{w('roster.step')}: </span>
            {step ? say(step) : w('roster.noStep')}
          </p>
        )}
        {!member?.bot && <LineBars who={each} />}
      </div>
      {refused !== '' && <p role="alert">{refused}</p>}
      {(offers.length > 0 || !isMe) && (
        <details className="card__more">
          <summary>
            {l('cockpit.acts')}
            <span className="visually-hidden">: {name}</span>
          </summary>
          <PersonActs person={person} offers={offers} who={who} act={act} scene={scene} onWatch={onWatch} />
          <ul className="person-acts">
            {!isMe && (member?.slot ?? 0) > 0 && (
              <li>
                <button type="button" className="person-act" onClick={() => onGoTo(person)}>
                  <Icon name="aim" />
                  {w('live.goTo', { name })}
                </button>
              </li>
            )}
            {!isMe &&
              acts.map(({ icon, label, onPress }) => (
                <li key={icon}>
                  <button type="button" className="person-act" onClick={onPress}>
                    <Icon name={icon} />
                    {label}
                  </button>
                </li>
              ))}
          </ul>
        </details>
      )}
      {dialogs}
    </li>
  )
  function whyUnseen(): string {
    if (isMe) return l('cockpit.own')
    return live.unshared.includes(person) ? l('cockpit.private') : l('cockpit.notSeen')
  }
}
