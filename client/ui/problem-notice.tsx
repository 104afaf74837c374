import type { Problem } from '#client/problem.ts'
import { describeProblem } from '#client/i18n/describe-problem.ts'
import { useText } from './text.tsx'

export function ProblemNotice({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useText()
  return (
    <div className="notice notice--bad" role="alert">
      <p>{describeProblem(t, problem)}</p>
      {onRetry && (
        <p>
          <button type="button" className="button" onClick={onRetry}>
            {t('app.retry')}
          </button>
        </p>
      )}
    </div>
  )
}
