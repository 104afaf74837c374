import { Suspense, lazy, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { LanguageSelect } from './language-select.tsx'
import { Mark } from './mark.tsx'
import { useText } from './text.tsx'
import './page-frame.css'

const SettingsDialog = lazy(async () => ({ default: (await import('./settings-dialog.tsx')).SettingsDialog }))

/** Head and foot of every page but the training itself. `tools` go to the head's end. */
export function PageFrame({
  title,
  tools,
  children,
}: {
  title: string
  tools?: ReactNode
  children: ReactNode
}) {
  const { t } = useText()
  const [inSettings, setInSettings] = useState(false)
  useEffect(() => {
    document.title = `${title} · Sightline`
  }, [title])
  return (
    <>
      <a className="skip-link button" href="#content">
        {t('app.skip')}
      </a>
      <header className="frame-head">
        <a className="frame-head__brand" href="/" aria-label="Sightline">
          <Mark />
          <span className="display">Sightline</span>
        </a>
        <div className="frame-head__tools">
          {tools}
          <LanguageSelect compact />
          <button type="button" className="button button--quiet" onClick={() => setInSettings(true)}>
            <Icon name="settings" />
            <span className="frame-head__word">{t('app.settings')}</span>
          </button>
        </div>
      </header>
      <div className="scale" aria-hidden="true" />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="frame-foot soft">
        <p>{t('app.practiceOnly')}</p>
      </footer>
      {inSettings && (
        <Suspense>
          <SettingsDialog onClose={() => setInSettings(false)} />
        </Suspense>
      )}
    </>
  )
}
