import { Suspense, lazy, useState } from 'react'
import type { FormEvent } from 'react'
import type { ModeName } from '#shared/scenario/scenario.ts'
import { modeName, modeNote } from '#client/i18n/mode-text.ts'
import type { Api, ScenarioSummary } from '#client/net/api.ts'
import type { Problem } from '#client/problem.ts'
import { LEAD, addressOf } from '#client/together/coming.ts'
import { ChoiceGroup } from '#client/ui/choice-group.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { ProblemNotice } from '#client/ui/problem-notice.tsx'
import { useText } from '#client/ui/text.tsx'

const RolePart = lazy(async () => ({ default: (await import('./role-part.tsx')).RolePart }))

interface StartPanelProps {
  scenario: ScenarioSummary
  name: string
  api: Pick<Api, 'rename' | 'startRun'>
}

export function StartPanel({ scenario, name, api }: StartPanelProps) {
  const { t } = useText()
  const { id, version, roles } = scenario
  const together = roles.reduce((people, { max }) => people + max, 0) > 1
  const [mode, setMode] = useState<ModeName>(scenario.modes.find(({ open }) => open)?.name ?? 'guided')
  const [role, setRole] = useState(together ? (roles[0]?.id ?? '') : '')
  const [label, setLabel] = useState(name)
  const [starting, setStarting] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function start(event: FormEvent) {
    event.preventDefault()
    setStarting(true)
    const wished = label.trim()
    // The name is a courtesy: a run never waits on it.
    if (wished !== '' && wished !== name) await api.rename(wished)
    if (role === LEAD) return lead()
    const query = new URLSearchParams({ mode, version, ...(role !== '' && { role }) })
    location.assign(`/train/${encodeURIComponent(id)}?${query}`)
  }

  /** Who leads has no place in the training room: the run begins here. */
  async function lead() {
    const begun = await api.startRun({ scenario: id, mode, version, as: 'instructor' })
    if (begun.ok)
      return location.assign(addressOf({ session: begun.value.session, scenario: id, mode }, LEAD))
    setStarting(false)
    setProblem(begun.problem)
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
      {together && (
        <Suspense>
          <RolePart scenario={scenario} value={role} onChange={setRole} />
        </Suspense>
      )}
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
          {together ? t('lobby.nameSeen') : t('lobby.nameNote')}
        </span>
      </label>
      {problem && <ProblemNotice problem={problem} />}
      <div className="start__go">
        <button type="submit" className="button button--primary button--large" disabled={starting}>
          {starting ? t('lobby.starting') : t('lobby.start')}
          <Icon name="arrow" />
        </button>
      </div>
    </form>
  )
}
