import type { SessionLink } from '#client/net/session-link.ts'
import { Icon } from '#client/ui/icon.tsx'
import { Overlay } from '#client/ui/overlay.tsx'
import { offersFor } from './offers.ts'
import { useLeading } from './use-leading.ts'
import { useLiveAct } from './use-live-act.ts'

/** In place of the scene, where nobody is to study it while everybody pauses. */
export function Halted({ link }: { link: SessionLink }) {
  const { t, l, live, nameOf } = useLeading(link)
  const { act, refused } = useLiveAct(link)
  const name = live.haltedBy === null ? '' : nameOf(live.haltedBy)
  return (
    <Overlay title={live.haltedBy === null ? t('train.paused') : l('halt.title', { name })} opaque>
      <p>{live.haltedBy !== null && l('halt.text', { name })}</p>
      {refused !== '' && <p role="alert">{refused}</p>}
      {offersFor(live, link.me).may('pause-all', 'other') && (
        <div className="overlay__buttons">
          <button
            type="button"
            className="button button--primary button--large"
            onClick={() => void act({ act: 'pause-all', on: false })}
          >
            <Icon name="play" />
            {l('halt.goOn')}
          </button>
        </div>
      )}
    </Overlay>
  )
}
