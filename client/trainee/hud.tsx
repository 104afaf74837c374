import { Suspense, lazy, useState } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { isForSeveral } from '#client/together/is-together.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import { Captions } from '#client/session/captions.tsx'
import { Crosshair } from './crosshair.tsx'
import type { HudView } from './hud-view.ts'
import { Mirror } from './mirror.tsx'
import { MistakeCards } from './mistake-cards.tsx'
import { TaskCard } from './task-card.tsx'
import { ToolBar } from './tool-bar.tsx'
import { TouchControls } from './touch-controls.tsx'
import type { TraineePort } from './trainee-port.ts'
import { VrNote } from './vr-note.tsx'

const PeoplePanel = lazy(async () => ({
  default: (await import('#client/together/people-panel.tsx')).PeoplePanel,
}))
const WaitingCard = lazy(async () => ({
  default: (await import('#client/together/waiting-card.tsx')).WaitingCard,
}))

interface HudProps {
  link: SessionLink
  hud: HudView
  trainee: TraineePort
  /** Something lies over the HUD: it is drawn, but not to be used. */
  covered: boolean
  vrOffered: boolean
  backToScene: () => void
  onDismiss: (mistake: string) => void
}

export function Hud({ link, hud, trainee, covered, vrOffered, backToScene, onDismiss }: HudProps) {
  const [listed, setListed] = useState(false)
  const [peopled, setPeopled] = useState(() => isForSeveral(link) && matchMedia('(min-width: 64rem)').matches)
  const inVr = useReadable(trainee.inVr)
  if (inVr) return <VrNote trainee={trainee} />
  return (
    <div className="hud" inert={covered}>
      <Mirror link={link} trainee={trainee} open={listed} onToggle={() => setListed(!listed)} />
      <div className="hud__left">
        {hud.waits ? (
          <Suspense>
            <WaitingCard link={link} />
          </Suspense>
        ) : (
          <TaskCard hud={hud} trainee={trainee} />
        )}
        <MistakeCards mistakes={hud.mistakes} onDismiss={(id) => [onDismiss(id), backToScene()]} />
      </div>
      <ToolBar
        link={link}
        trainee={trainee}
        vrOffered={vrOffered}
        listed={listed}
        onList={() => setListed(!listed)}
        peopled={peopled}
        onPeople={() => setPeopled(!peopled)}
        backToScene={backToScene}
      />
      {peopled && !listed && (
        <Suspense>
          <PeoplePanel link={link} onDone={backToScene} />
        </Suspense>
      )}
      <Crosshair trainee={trainee} />
      <TouchControls trainee={trainee} />
      <Captions link={link} />
    </div>
  )
}
