import { useState } from 'react'
import { describeRefusal } from '#client/i18n/describe-problem.ts'
import { Icon } from '#client/ui/icon.tsx'
import { Meter } from '#client/ui/meter.tsx'
import { useText } from '#client/ui/text.tsx'
import type { HudView } from './hud-view.ts'
import type { TraineePort } from './trainee-port.ts'

/** What is to be done now, why, how far along, and the hints so far. */
export function TaskCard({ hud, trainee }: { hud: HudView; trainee: TraineePort }) {
  const { t } = useText()
  const { task, hints } = hud
  return (
    <section className="task" aria-label={t('train.task')}>
      {task.position && (
        <p className="task__count">
          <span className="label">{t('train.step', task.position)}</span>
          <span className="task__pips" aria-hidden="true">
            {Array.from({ length: task.position.of }, (_, index) => (
              <i key={index} data-state={pipState(index + 1, task.position?.number ?? 0)} />
            ))}
          </span>
        </p>
      )}
      <h2>{task.title}</h2>
      <p className="task__instruction">{task.instruction}</p>
      {task.progressPercent !== null && <Meter label={t('train.progress')} percent={task.progressPercent} />}
      {task.why !== null && (
        <details className="task__why">
          <summary>{t('train.why')}</summary>
          <p>{task.why}</p>
        </details>
      )}
      {hints.length > 0 && (
        <ol className="task__hints">
          {hints.map(({ level, text }) => (
            <li key={level}>
              <Icon name="hint" />
              <span>
                <span className="visually-hidden">{t('train.hintLevel', { level })}: </span>
                {text}
              </span>
            </li>
          ))}
        </ol>
      )}
      {hud.hintButton !== null && <HintButton state={hud.hintButton} trainee={trainee} />}
    </section>
  )
}

function HintButton({ state, trainee }: { state: 'ready' | 'used-up'; trainee: TraineePort }) {
  const { t } = useText()
  const [refused, setRefused] = useState('')
  if (state === 'used-up') return <p className="task__note soft">{t('train.noHint')}</p>
  const ask = async () => {
    const answer = await trainee.ask('hint')
    setRefused(answer.ok ? '' : t('train.refused', { reason: describeRefusal(t, answer.reason) }))
  }
  return (
    <div className="task__ask">
      <button type="button" className="button" onClick={() => void ask()} aria-describedby="hint-cost">
        <Icon name="hint" />
        {t('train.hint')}
      </button>
      <span className="task__note soft" id="hint-cost">
        {refused || t('train.hintCost')}
      </span>
    </div>
  )
}

function pipState(number: number, current: number): 'done' | 'now' | 'ahead' {
  if (number < current) return 'done'
  return number === current ? 'now' : 'ahead'
}
