import type { Debrief } from '#shared/session/debrief.ts'
import { useText } from '#client/ui/text.tsx'

const sweepDegrees = 270
const radius = 80

/** The score as an instrument's needle, the pass mark as a notch on its scale. */
export function ScoreDial({ score, abandoned }: { score: Debrief['score']; abandoned: boolean }) {
  const { t } = useText()
  const points = Math.round(score.scaled * 100)
  const mark = Math.round(score.passMark * 100)
  const verdict = abandoned ? 'abandoned' : score.passed ? 'passed' : 'failed'
  const words = {
    abandoned: t('debrief.abandoned'),
    passed: t('debrief.passed'),
    failed: t('debrief.failed'),
  }
  return (
    <figure className="dial" data-verdict={verdict}>
      <svg viewBox="0 0 200 200" aria-hidden="true" fill="none">
        {Array.from({ length: 51 }, (_, index) => (
          <Tick key={index} fraction={index / 50} from={index % 5 === 0 ? 86 : 90} to={95} />
        ))}
        <path d={arc(1)} className="dial__track" />
        {score.scaled > 0 && <path d={arc(score.scaled)} className="dial__value" />}
        <Tick fraction={score.passMark} from={68} to={97} pass />
      </svg>
      <figcaption>
        <span className="visually-hidden">{t('debrief.score')}: </span>
        <strong className="display dial__points">{points}</strong>
        <span className="dial__of">{t('debrief.outOf', { mark })}</span>
        <span className="dial__verdict display">{words[verdict]}</span>
      </figcaption>
    </figure>
  )
}

function Tick({
  fraction,
  from,
  to,
  pass = false,
}: {
  fraction: number
  from: number
  to: number
  pass?: boolean
}) {
  const [x1, y1] = at(fraction, from)
  const [x2, y2] = at(fraction, to)
  return <line x1={x1} y1={y1} x2={x2} y2={y2} className={pass ? 'dial__pass' : 'dial__tick'} />
}

function arc(fraction: number): string {
  const [x1, y1] = at(0, radius)
  const [x2, y2] = at(fraction, radius)
  const large = fraction * sweepDegrees > 180 ? 1 : 0
  return `M${x1} ${y1}A${radius} ${radius} 0 ${large} 1 ${x2} ${y2}`
}

/** Point of the scale: 0 at the lower left, clockwise over the top. */
function at(fraction: number, distance: number): [x: number, y: number] {
  const angle = ((135 + fraction * sweepDegrees) * Math.PI) / 180
  return [round(100 + distance * Math.cos(angle)), round(100 + distance * Math.sin(angle))]
}

const round = (value: number) => Math.round(value * 100) / 100
