import { isLanguage, languages } from '#client/i18n/language.ts'
import { changeSettings, settings } from '#client/settings/settings.ts'
import { useText } from './text.tsx'
import { useReadable } from './use-readable.ts'

export function LanguageSelect({ compact = false }: { compact?: boolean }) {
  const { t } = useText()
  const { language } = useReadable(settings)
  return (
    <label className={compact ? 'field field--compact' : 'field'}>
      <span className={compact ? 'visually-hidden' : 'label'}>{t('app.language')}</span>
      <select
        value={language}
        onChange={({ target: { value } }) => {
          if (isLanguage(value)) changeSettings({ language: value })
        }}
      >
        {Object.entries(languages).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
