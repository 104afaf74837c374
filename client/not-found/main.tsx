import { mountPage } from '#client/ui/mount-page.tsx'
import { PageFrame } from '#client/ui/page-frame.tsx'
import { useText } from '#client/ui/text.tsx'

function NotFound() {
  const { t } = useText()
  return (
    <PageFrame title={t('missing.title')}>
      <h1 className="page-title">{t('missing.title')}</h1>
      <p className="soft">{t('missing.text')}</p>
      <p>
        <a className="button button--primary" href="/">
          {t('join.toLobby')}
        </a>
      </p>
    </PageFrame>
  )
}

void mountPage(<NotFound />)
