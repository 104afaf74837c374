import type { LeadView } from '#shared/live/view.ts'
import { Icon } from '#client/ui/icon.tsx'
import { heatRows } from './heat-rows.ts'
import { LeadingIcon } from './leading-icon.tsx'
import type { Act } from './use-live-act.ts'
import type { useLeading } from './use-leading.ts'
import './question-desk.css'

const often = [0, 1, 2, 3, 5] as const

interface QuestionDeskProps {
  who: ReturnType<typeof useLeading>
  lead: LeadView | null
  act: Act
}

/** Asks those who watch what comes next, now or by itself, and shows how they see it. */
export function QuestionDesk({ who, lead, act }: QuestionDeskProps) {
  const { l, live } = who
  const { poll } = live
  const every = lead?.pollEvery ?? 0
  return (
    <section className="lead-part question" aria-labelledby="question-title">
      <h2 className="label" id="question-title">
        {l('question.title')}
      </h2>
      <p className="soft question__text">{l('question.text')}</p>
      <div className="question__row">
        <label className="field">
          <span className="label">{l('question.every')}</span>
          <select
            value={every}
            onChange={({ target }) => void act({ act: 'polls', every: Number(target.value) })}
          >
            {[...new Set([...often, every])]
              .toSorted((a, b) => a - b)
              .map((count) => (
                <option key={count} value={count}>
                  {howOften(count)}
                </option>
              ))}
          </select>
        </label>
        <button
          type="button"
          className="button"
          disabled={poll !== null && poll.correct === null}
          onClick={() => void act({ act: 'ask-next' })}
        >
          <LeadingIcon name="question" />
          {l('question.now')}
        </button>
      </div>
      {poll ? (
        <Heat who={who} poll={poll} heat={lead?.heat ?? null} />
      ) : (
        <p className="soft">{l('question.none')}</p>
      )}
    </section>
  )
  function howOften(count: number): string {
    if (count === 0) return l('question.never')
    return count === 1 ? l('question.always') : l('question.nth', { count })
  }
}

interface HeatProps {
  who: QuestionDeskProps['who']
  poll: NonNullable<QuestionDeskProps['who']['live']['poll']>
  heat: LeadView['heat']
}

/** Bars, and the same in numbers. */
function Heat({ who: { l, say }, poll, heat }: HeatProps) {
  const open = poll.correct === null
  return (
    <div className="heat" data-open={open}>
      <p>
        <strong>{l(open ? 'question.running' : 'question.last')}</strong>
        <span className="soft">{l('question.answers', { count: poll.answered })}</span>
      </p>
      <ul>
        {heatRows(poll, heat).map(({ id, title, count, percent, correct }) => (
          <li key={id} data-correct={correct}>
            <span className="heat__title">
              {correct && <Icon name="check" />}
              {say(title)}
              {correct && <span className="visually-hidden">: {l('question.correct')}</span>}
            </span>
            <span className="heat__count">
              {count} · {l('question.percent', { percent })}
            </span>
            <span className="heat__bar" aria-hidden="true">
              <span style={{ width: `${percent}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
