import { Suspense, lazy, useState } from 'react'
import { LeadControls } from '#client/leading/lead-controls.tsx'
import { LeadingIcon } from '#client/leading/leading-icon.tsx'
import type { LeadingScene } from '#client/leading/leading-scene.ts'
import { offersFor } from '#client/leading/offers.ts'
import { QuestionDesk } from '#client/leading/question-desk.tsx'
import { rememberedWay } from '#client/leading/remembered-way.ts'
import { useLeading } from '#client/leading/use-leading.ts'
import { useLiveAct } from '#client/leading/use-live-act.ts'
import { WaitingList } from '#client/leading/waiting-list.tsx'
import type { SessionLink } from '#client/net/session-link.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import { PeopleWall } from './people-wall.tsx'
import { StepGraph } from './step-graph.tsx'
import './cockpit.css'

const DrawBar = lazy(async () => ({ default: (await import('#client/leading/draw-bar.tsx')).DrawBar }))

interface CockpitProps {
  link: SessionLink
  scene: LeadingScene | null
  onGoTo: (person: string) => void
  backToScene: () => void
}

/** For who leads or teaches: who waits, where everybody is and what they see, and all that moves the session. */
export function Cockpit({ link, scene, onGoTo, backToScene }: CockpitProps) {
  const who = useLeading(link)
  const { l, live } = who
  const lead = useReadable(link.lead)
  const { act, refused } = useLiveAct(link)
  const [tray, setTray] = useState<'question' | 'draw' | null>(null)
  const offers = offersFor(live, link.me)
  const me = link.me.person
  const flip = (which: 'question' | 'draw') => () => setTray(tray === which ? null : which)
  return (
    <div className="cockpit">
      <section className="cockpit__dock" aria-label={l('cockpit.controls')}>
        {refused !== '' && (
          <p className="lead__refused" role="alert">
            {refused}
          </p>
        )}
        {tray === 'question' && (
          <div className="cockpit__tray">
            <QuestionDesk who={who} lead={lead} act={act} />
          </div>
        )}
        <Suspense>
          {tray === 'draw' && scene?.drawing && (
            <DrawBar
              who={who}
              drawing={scene.drawing}
              maySweep={offers.may('erase-all', 'other')}
              onClose={() => {
                setTray(null)
                backToScene()
              }}
            />
          )}
        </Suspense>
        <div className="cockpit__bar">
          <LeadControls who={who} me={me} offers={offers} act={act} scene={scene} />
          <button
            type="button"
            className="lead-control"
            aria-expanded={tray === 'question'}
            onClick={flip('question')}
          >
            <LeadingIcon name="question" />
            {l('question.open')}
          </button>
          {scene?.drawing && (
            <button
              type="button"
              className="lead-control"
              aria-expanded={tray === 'draw'}
              onClick={flip('draw')}
            >
              <LeadingIcon name="draw" />
              {l('draw.open')}
            </button>
          )}
        </div>
      </section>
      <div className="cockpit__left">
        <WaitingList who={who} lead={lead} me={me} offers={offers} act={act} />
        <StepGraph link={link} who={who} lead={lead} mayMove={offers.may('step', 'other')} act={act} />
      </div>
      <div className="cockpit__right">
        <PeopleWall
          link={link}
          who={who}
          scene={scene}
          act={act}
          onWatch={(person) => scene?.eyes?.choose(rememberedWay(scene.eyes.offered.get()), person)}
          onGoTo={onGoTo}
        />
      </div>
    </div>
  )
}
