import type { TextKey } from '#client/i18n/translate.ts'
import { useText } from '#client/ui/text.tsx'

type Row = [what: TextKey, how: readonly (TextKey | { key: string })[]]
const key = (name: string) => ({ key: name })

const screen: Row[] = [
  ['keys.walk', [key('W'), key('A'), key('S'), key('D')]],
  ['keys.look', ['keys.drag', 'keys.arrows']],
  ['keys.act', ['keys.click', key('E')]],
  ['keys.next', [key('Tab')]],
  ['keys.aim', [key('G')]],
  ['keys.pin', [key('F')]],
  ['keys.squeeze', ['keys.hold']],
  ['keys.putDown', [key('Q')]],
  ['keys.hint', [key('H')]],
  ['keys.pause', [key('P')]],
]
/** With others there. */
const screenTogether: Row[] = [
  ['keys.ping', [key('T')]],
  ['keys.lookHere', [key('Y')]],
]
const headsetTogether: Row[] = [['keys.ping', ['keys.upperButton']]]
const touch: Row[] = [
  ['keys.walk', ['keys.stick']],
  ['keys.look', ['keys.drag']],
  ['keys.act', ['keys.tap']],
  ['keys.squeeze', ['keys.actButton']],
]
const headset: Row[] = [
  ['keys.vrTeleport', ['keys.thumbstick']],
  ['keys.vrGrab', ['keys.grip']],
  ['keys.vrUse', ['keys.trigger']],
]

/** How this device does it: touch on a phone, mouse and keys on a computer, and the headset where one is there. */
export function ControlsGuide({ vr, together }: { vr: boolean; together: boolean }) {
  const { t } = useText()
  const byTouch = matchMedia('(pointer: coarse)').matches
  return (
    <section className="controls-guide" aria-labelledby="controls-title">
      <h3 className="label" id="controls-title">
        {t('train.controls')}
      </h3>
      <Rows rows={byTouch ? touch : together ? [...screen, ...screenTogether] : screen} />
      {vr && (
        <>
          <h4 className="label">{t('train.enterVr')}</h4>
          <Rows rows={together ? [...headset, ...headsetTogether] : headset} />
        </>
      )}
    </section>
  )
}

function Rows({ rows }: { rows: Row[] }) {
  const { t } = useText()
  const word = (textKey: TextKey) => (t as (name: TextKey) => string)(textKey)
  return (
    <dl>
      {rows.map(([what, how]) => (
        <div key={what}>
          <dt>{word(what)}</dt>
          <dd>
            {how.map((part) =>
              typeof part === 'string' ? (
                <span key={part}>{word(part)}</span>
              ) : (
                <kbd key={part.key}>{part.key}</kbd>
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
