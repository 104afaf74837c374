import { useState } from 'react'
import type { FormEvent } from 'react'
import type { ModeName } from '#shared/scenario/scenario.ts'
import { modeName, modeNote } from '#client/i18n/mode-text.ts'
import type { Api, ScenarioSummary } from '#client/net/api.ts'
import { ChoiceGroup } from '#client/ui/choice-group.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { useText } from '#client/ui/text.tsx'

interface StartPanelProps {
  scenario: ScenarioSummary
  name: string
  saveName: Api['rename']
}

export function StartPanel({ scenario, name, saveName }: StartPanelProps) {
  const { t } = useText()
  const [mode, setMode] = useState<ModeName>(scenario.modes.find(({ open }) => open)?.name ?? 'guided')
  const [label, setLabel] = useState(name)
  const [starting, setStarting] = useState(false)

  async function start(event: FormEvent) {
    event.preventDefault()
    setStarting(true)
    const wished = label.trim()
    // The name is a courtesy: a run never waits on it.
    if (wished !== '' && wished !== name) await saveName(wished)
    location.assign(
      `/train/${encodeURIComponent(scenario.id)}?mode=${mode}&version=${encodeURIComponent(scenario.version)}`,
    )
  }

  return (
    <form className="start" onSubmit={(event) => void start(event)}>
      <ChoiceGroup
        legend={t('lobby.mode')}
        value={mode}
        onChange={setMode}
        choices={scenario.modes.map(({ name: value, open }) => ({
          value,
          name: modeName(t, value),
          note: [modeNote(t, value), open ? undefined : t('lobby.examLocked')].filter(Boolean).join(' '),
          disabled: !open,
        }))}
      />
      <label className="field">
        <span className="label">{t('lobby.name')}</span>
        <input
          value={label}
          maxLength={60}
          autoComplete="name"
          onChange={(event) => setLabel(event.target.value)}
          aria-describedby="name-note"
        />
        <span className="field__note" id="name-note">
          {t('lobby.nameNote')}
        </span>
      </label>
      <div className="start__go">
        <button type="submit" className="button button--primary button--large" disabled={starting}>
          {starting ? t('lobby.starting') : t('lobby.start')}
          <Icon name="arrow" />
        </button>
      </div>
    </form>
  )
}
