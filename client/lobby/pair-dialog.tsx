import { createApi } from '#client/net/api.ts'
import { CodeCard } from '#client/ui/code-card.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { ProblemNotice } from '#client/ui/problem-notice.tsx'
import { useText } from '#client/ui/text.tsx'
import { useLoaded } from '#client/ui/use-loaded.ts'

const api = createApi()

/** Shows a code that makes a second device the same person. */
export function PairDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const [pairing, retry] = useLoaded(api.pair)
  return (
    <Dialog title={t('pair.title')} onClose={onClose}>
      <p>{t('pair.text')}</p>
      {pairing.state === 'loading' && <output>{t('app.loading')}</output>}
      {pairing.state === 'failed' && <ProblemNotice problem={pairing.problem} onRetry={retry} />}
      {pairing.state === 'ready' && (
        <CodeCard
          code={pairing.value.code}
          url={pairing.value.url ?? `${location.origin}/join/${pairing.value.code}`}
        />
      )}
    </Dialog>
  )
}
