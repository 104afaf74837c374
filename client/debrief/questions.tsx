import type { Debrief } from '#shared/session/debrief.ts'
import { useText } from '#client/ui/text.tsx'

/** Asked first, answered on demand: thinking comes before comparing. */
export function Questions({ questions }: { questions: Debrief['questions'] }) {
  const { t, say } = useText()
  if (questions.length === 0) return null
  return (
    <section className="debrief-part" aria-labelledby="questions-title">
      <h2 id="questions-title">{t('debrief.questions')}</h2>
      <ol className="questions">
        {questions.map(({ id, question, answer }) => (
          <li key={id}>
            <p>{say(question)}</p>
            <details>
              <summary>{t('debrief.answer')}</summary>
              <p>{say(answer)}</p>
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}
