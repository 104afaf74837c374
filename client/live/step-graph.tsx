import { useEffect, useRef, useState } from 'react'
import type { LeadView } from '#shared/live/view.ts'
import { dueNow } from '#client/leading/due-now.ts'
import { StepControls } from '#client/leading/step-controls.tsx'
import type { Act } from '#client/leading/use-live-act.ts'
import type { useLeading } from '#client/leading/use-leading.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { markOf } from '#client/runtime/avatars/mark-of.ts'
import { PersonMark } from '#client/ui/person-mark.tsx'
import { foldRows } from './fold-rows.ts'
import { stepLanes } from './step-lanes.ts'
import type { LaneRow } from './step-lanes.ts'
import './step-graph.css'

interface StepGraphProps {
  link: SessionLink
  who: ReturnType<typeof useLeading>
  lead: LeadView | null
  mayMove: boolean
  act: Act
}

/** The procedure from top to bottom, a lane for each role, and who is at which step. */
export function StepGraph({ link, who, lead, mayMove, act }: StepGraphProps) {
  const { l, say, names } = who
  const roles = link.edition.roles.map(({ id }) => id)
  const { lanes, rows, done } = stepLanes(lead?.steps ?? [], roles)
  const [all, setAll] = useState(false)
  const due = rows.filter(({ status }) => status === 'active')
  return (
    <section className="steps" aria-labelledby="steps-title">
      <header className="steps__head">
        <h2 className="label" id="steps-title">
          {l('steps.title')}
        </h2>
        {rows.length > 0 && <span className="soft">{l('steps.count', { done, of: rows.length })}</span>}
        {all && (
          <button type="button" className="steps__unfold" onClick={() => setAll(false)}>
            {l('steps.less')}
          </button>
        )}
      </header>
      {rows.length === 0 && <p className="soft">{l('steps.none')}</p>}
      {lanes.length > 1 && (
        <ul className="steps__lanes" aria-hidden="true">
          {lanes.map((lane, index) => (
            <li key={lane}>
              <b>{letter(index)}</b> {names.role(lane)}
            </li>
          ))}
        </ul>
      )}
      <ol className="steps__rows">
        {(all ? rows : foldRows(rows)).map((row) =>
          'count' in row ? (
            <li key={row.id} className="step steps__fold">
              <Rails lanes={lanes} />
              <button type="button" className="steps__unfold" onClick={() => setAll(true)}>
                {l('steps.fold', { count: row.count })}
                {row.done > 0 && ` · ${l('steps.foldDone', { count: row.done })}`}
              </button>
            </li>
          ) : (
            <Row key={row.id} row={row} lanes={lanes} who={who} now={row === due[0]} />
          ),
        )}
      </ol>
      {mayMove && rows.length > 0 && <StepControls who={who} due={dueNow(lead, say).join(', ')} act={act} />}
    </section>
  )
}

interface RowProps {
  row: LaneRow
  lanes: readonly string[]
  who: StepGraphProps['who']
  /** What is due first is kept in sight. */
  now: boolean
}

function Row({ row, lanes, who, now }: RowProps) {
  const { l, say, members, names, nameOf } = who
  const { title, status, people } = row
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (now) element.current?.scrollIntoView({ block: 'nearest' })
  }, [now])
  const mine = lanes.filter((_, index) => row.in[index])
  return (
    <li className="step" data-status={status} ref={element} {...(now && { 'aria-current': 'step' })}>
      <span className="step__lanes" aria-hidden="true">
        {(lanes.length > 0 ? row.in : [true]).map((isIn, index) => (
          <span key={lanes[index] ?? ''} className="step__lane" data-in={isIn}>
            {isIn && lanes.length > 1 ? letter(index) : ''}
          </span>
        ))}
      </span>
      <div className="step__words">
        <p>
          {say(title)}
          <span className="visually-hidden">. {l(`steps.${status}`)}.</span>
          {lanes.length > 1 && (
            <span className="visually-hidden">
              {' '}
              {l('steps.for', { roles: names.list(mine.map(names.role)) })}.
            </span>
          )}
        </p>
        {people.length > 0 && (
          <p className="step__people">
            <span className="visually-hidden">{l('steps.here')} </span>
            {people.map((person) => (
              <span key={person}>
                <PersonMark mark={markOf(members.people[person]?.slot ?? 0)} />
                {nameOf(person)}
              </span>
            ))}
          </p>
        )}
      </div>
      {(status === 'done' || status === 'skipped' || status === 'active') && (
        <span className="step__status" aria-hidden="true">
          {l(`steps.${status}`)}
        </span>
      )}
    </li>
  )
}

/** The lanes going through where nothing is shown. */
function Rails({ lanes }: { lanes: readonly string[] }) {
  return (
    <span className="step__lanes" aria-hidden="true">
      {(lanes.length > 0 ? lanes : ['']).map((lane) => (
        <span key={lane} className="step__lane" data-in="false" />
      ))}
    </span>
  )
}

const letter = (index: number) => String.fromCodePoint(65 + index)
