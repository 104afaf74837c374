import { useEffect, useId } from 'react'
import { Icon } from '#client/ui/icon.tsx'
import type { CornerCard } from './corner-cards.ts'
import { optionOfKey } from './option-of-key.ts'
import type { useLeading } from './use-leading.ts'

const readMs = 9000

interface PollCardProps {
  card: Extract<CornerCard, { kind: 'poll' | 'result' }>
  who: ReturnType<typeof useLeading>
  onAnswer: (option: string) => void
  onDone: () => void
}

/** "What comes next?": answered by a click or a number key, put away, or let pass; afterwards whether it was right. */
export function PollCard({ card, who, onAnswer, onDone }: PollCardProps) {
  return card.kind === 'poll' ? (
    <Question card={card} who={who} onAnswer={onAnswer} onDone={onDone} />
  ) : (
    <Result card={card} who={who} onDone={onDone} />
  )
}

interface QuestionProps extends PollCardProps {
  card: Extract<CornerCard, { kind: 'poll' }>
}

function Question({ card: { options, chosen }, who: { l, say }, onAnswer, onDone }: QuestionProps) {
  const id = useId()
  const open = chosen === null
  useEffect(() => {
    if (!open) return
    const press = (event: KeyboardEvent) => {
      const option = optionOfKey(event, options)
      if (option === null) return
      event.preventDefault()
      onAnswer(option)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [open, options, onAnswer])
  const answer = options.find((option) => option.id === chosen)
  return (
    <section className="corner-card corner-card--poll" aria-labelledby={id}>
      <h2 id={id}>{l('poll.title')}</h2>
      {answer ? (
        <p>{l('poll.answered', { step: say(answer.title) })}</p>
      ) : (
        <>
          <ol>
            {options.map((option, index) => (
              <li key={option.id}>
                <button type="button" className="poll__option" onClick={() => onAnswer(option.id)}>
                  <kbd>{index + 1}</kbd>
                  {say(option.title)}
                </button>
              </li>
            ))}
          </ol>
          <p className="poll__keys soft">{l('poll.keys', { count: options.length })}</p>
        </>
      )}
      <button type="button" className="button button--quiet" onClick={onDone}>
        {l(answer ? 'hint.done' : 'poll.dismiss')}
      </button>
    </section>
  )
}

interface ResultProps extends Pick<PollCardProps, 'who' | 'onDone'> {
  card: Extract<CornerCard, { kind: 'result' }>
}

function Result({ card: { n, right, correct }, who: { l, say }, onDone }: ResultProps) {
  const id = useId()
  useEffect(() => {
    const timer = setTimeout(onDone, readMs)
    return () => clearTimeout(timer)
    // Each question's result has its own time; what it calls changes with every drawing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [n])
  return (
    <section className="corner-card corner-card--poll" data-right={right} aria-labelledby={id}>
      <h2 id={id}>
        <Icon name={right ? 'check' : 'arrow'} />
        {l(right ? 'poll.right' : 'poll.wrong')}
      </h2>
      <p>{l('poll.was', { step: say(correct) })}</p>
      <button type="button" className="button button--quiet" onClick={onDone}>
        {l('hint.done')}
      </button>
    </section>
  )
}
