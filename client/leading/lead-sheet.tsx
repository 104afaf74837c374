import { useState } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { Switch } from '#client/ui/switch.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import { LeadControls } from './lead-controls.tsx'
import { LeadingIcon } from './leading-icon.tsx'
import type { LeadingScene } from './leading-scene.ts'
import { dueNow } from './due-now.ts'
import { offersAbout } from './offers.ts'
import type { Offers } from './offers.ts'
import { PersonActs } from './person-acts.tsx'
import { QuestionDesk } from './question-desk.tsx'
import { StepControls } from './step-controls.tsx'
import type { Act } from './use-live-act.ts'
import type { useLeading } from './use-leading.ts'
import { WaitingList } from './waiting-list.tsx'
import { WaysOfWatching } from './ways-of-watching.tsx'

interface LeadSheetProps {
  link: SessionLink
  who: ReturnType<typeof useLeading>
  scene: LeadingScene | null
  offers: Offers
  act: Act
  /** The cockpit has all of leading elsewhere. */
  onlyWatching: boolean
  onWatch: (person: string) => void
  onDraw: () => void
}

/** How one watches, what others see of oneself, and for who may lead all of it, beside the scene. */
export function LeadSheet({ link, who, scene, offers, act, onlyWatching, onWatch, onDraw }: LeadSheetProps) {
  const { l, mine } = who
  const eyes = scene?.eyes ?? null
  const leading = !onlyWatching && (offers.may('step', 'other') || offers.lead !== null)
  return (
    <>
      {leading && <Leading {...{ link, who, scene, offers, act, onWatch }} />}
      {!onlyWatching && scene?.drawing && offers.may('draw', 'own') && (
        <button type="button" className="button" onClick={onDraw}>
          <LeadingIcon name="draw" />
          {l('draw.open')}
        </button>
      )}
      {eyes && !mine.leads && <WaysOfWatching who={who} eyes={eyes} me={link.me} />}
      {mine.shared !== null && !mine.leads && (
        <Switch
          label={l('way.share')}
          on={mine.shared}
          onChange={(on) => void act({ act: 'share-view', on })}
        />
      )}
    </>
  )
}

type LeadingProps = Pick<LeadSheetProps, 'link' | 'who' | 'scene' | 'offers' | 'act' | 'onWatch'>

function Leading({ link, who, scene, offers, act, onWatch }: LeadingProps) {
  const { l, say, live, people } = who
  const lead = useReadable(link.lead)
  const me = link.me.person
  const others = people.filter(
    (each) =>
      !each.isMe && offersAbout(each.person, who.members.people[each.person], live, link.me).length > 0,
  )
  const [chosen, setChosen] = useState('')
  const about = others.find(({ person }) => person === chosen)?.person ?? others[0]?.person
  const due = dueNow(lead, say)
  return (
    <>
      <section className="lead-part" aria-label={l('lead.title')}>
        <LeadControls who={who} me={me} offers={offers} act={act} scene={scene} />
      </section>
      {offers.may('step', 'other') && <WaitingList who={who} lead={lead} me={me} offers={offers} act={act} />}
      {about !== undefined && offers.may('hint', 'other') && (
        <section className="lead-part">
          <label className="field">
            <span className="label">{l('lead.about')}</span>
            <select value={about} onChange={({ target }) => setChosen(target.value)}>
              {others.map(({ person }) => (
                <option key={person} value={person}>
                  {who.nameOf(person)}
                </option>
              ))}
            </select>
          </label>
          <PersonActs
            person={about}
            offers={offersAbout(about, who.members.people[about], live, link.me)}
            who={who}
            act={act}
            scene={scene}
            onWatch={onWatch}
          />
        </section>
      )}
      {offers.may('step', 'other') && (
        <section className="lead-part" aria-label={l('steps.title')}>
          <h2 className="label">{l('steps.title')}</h2>
          {due.length > 0 && <p>{due.join(' · ')}</p>}
          <StepControls who={who} due={due.join(', ')} act={act} />
        </section>
      )}
      {offers.may('ask-next', 'other') && <QuestionDesk who={who} lead={lead} act={act} />}
    </>
  )
}
