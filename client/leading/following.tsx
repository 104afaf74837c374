import { Suspense, lazy, useState } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { Corner } from './corner.tsx'
import { HaltNote } from './halt-note.tsx'
import { LeadLine } from './lead-line.tsx'
import type { LeadingScene } from './leading-scene.ts'
import { LeadSheet } from './lead-sheet.tsx'
import { offersFor } from './offers.ts'
import { rememberedWay } from './remembered-way.ts'
import { useEscape } from './use-escape.ts'
import { useLiveAct } from './use-live-act.ts'
import { useLeading } from './use-leading.ts'
import { useLiveNews } from './use-live-news.ts'
import { useWatched } from './use-watched.ts'
import { WatchBox } from './watch-box.tsx'
import './leading.css'

const DrawBar = lazy(async () => ({ default: (await import('./draw-bar.tsx')).DrawBar }))

interface FollowingProps {
  link: SessionLink
  scene: LeadingScene | null
  /** Read out, and told in the headset. */
  tell: (text: string) => void
  /** Only told: something else lies there, or the page is not looked at. */
  silent: boolean
  /** The cockpit: leading has its own place. */
  cockpit?: boolean
  backToScene: () => void
}

/** Over the scene, for everybody: who leads, how one watches, what wants an answer, and for who may the leading. */
export function Following({ link, scene, tell, silent, cockpit = false, backToScene }: FollowingProps) {
  const who = useLeading(link)
  const { l, live } = who
  const { act, refused } = useLiveAct(link)
  const [open, setOpen] = useState(false)
  const [drawing, setDrawing] = useState(false)
  const offers = offersFor(live, link.me)
  const tends = !cockpit && offers.may('step', 'other')
  const watches = useWatched(scene?.eyes ?? null, link.me.kind === 'spectator')
  useLiveNews(link, who, { isAsked: offers.isAsked, tends, tell })
  const close = () => {
    setOpen(false)
    backToScene()
  }
  useEscape(open, close)
  const watch = (person: string) => {
    scene?.eyes?.choose(rememberedWay(scene.eyes.offered.get()), person)
    close()
  }
  if (silent) return null
  return (
    <>
      <div className="lead">
        <LeadLine
          who={who}
          me={link.me.person}
          offers={offers}
          act={act}
          open={open}
          waiting={tends ? live.hands.length + live.help.filter(({ helper }) => helper === null).length : 0}
          onOpen={() => setOpen(!open)}
        />
        <HaltNote who={who} me={link.me.person} offers={offers} act={act} />
        {refused !== '' && (
          <p className="lead__refused" role="alert">
            {refused}
          </p>
        )}
        {open && (
          <section className="lead-sheet" id="lead-sheet" aria-label={l('line.open')}>
            <LeadSheet
              link={link}
              who={who}
              scene={scene}
              offers={offers}
              act={act}
              onlyWatching={cockpit}
              onWatch={watch}
              onDraw={() => [setDrawing(true), setOpen(false)]}
            />
          </section>
        )}
        {scene?.eyes && <WatchBox who={who} eyes={scene.eyes} />}
        <Corner
          link={link}
          who={who}
          offers={offers}
          act={act}
          // The sheet says it, too.
          tends={tends && !open}
          watches={watches}
          onWatch={watch}
          onChooseWay={() => setOpen(true)}
          onGo={() => live.summons && scene?.comeTo(live.summons.position, live.summons.yaw)}
          backToScene={backToScene}
        />
      </div>
      <Suspense>
        {drawing && scene?.drawing && (
          <DrawBar
            who={who}
            drawing={scene.drawing}
            maySweep={offers.may('erase-all', 'other')}
            onClose={() => {
              setDrawing(false)
              backToScene()
            }}
          />
        )}
      </Suspense>
    </>
  )
}
