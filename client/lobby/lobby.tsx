import { Suspense, lazy, useState } from 'react'
import { createApi } from '#client/net/api.ts'
import type { Me, RunSummary, ScenarioSummary } from '#client/net/api.ts'
import { Icon } from '#client/ui/icon.tsx'
import { PageFrame } from '#client/ui/page-frame.tsx'
import { ProblemNotice } from '#client/ui/problem-notice.tsx'
import { useText } from '#client/ui/text.tsx'
import { useLoaded } from '#client/ui/use-loaded.ts'
import { ContinueNotice } from './continue-notice.tsx'
import { RunHistory } from './run-history.tsx'
import { ScenarioPlate } from './scenario-plate.tsx'
import { StartPanel } from './start-panel.tsx'
import './lobby.css'

const PairDialog = lazy(async () => ({ default: (await import('./pair-dialog.tsx')).PairDialog }))
const api = createApi()

interface LobbyData {
  me: Me
  scenarios: ScenarioSummary[]
  runs: RunSummary[]
}

async function loadLobby() {
  const me = await api.me() // first, alone: it may set the cookie that the others are asked with
  if (!me.ok) return me
  const [scenarios, runs] = await Promise.all([api.scenarios(), api.runs()])
  if (!scenarios.ok) return scenarios
  return {
    ok: true as const,
    value: {
      me: me.value,
      // What one person can do alone comes first.
      scenarios: scenarios.value.toSorted((a, b) => peopleOf(a) - peopleOf(b)),
      runs: runs.ok ? runs.value : [],
    },
  }
}

const peopleOf = ({ roles }: ScenarioSummary) => roles.reduce((sum, { min }) => sum + min, 0)

export function Lobby() {
  const { t } = useText()
  const [loaded, reload] = useLoaded<LobbyData>(loadLobby)
  const [pairing, setPairing] = useState(false)
  return (
    <PageFrame
      title={t('lobby.title')}
      tools={
        <button type="button" className="button button--quiet" onClick={() => setPairing(true)}>
          <Icon name="devices" />
          <span className="frame-head__word">{t('pair.open')}</span>
        </button>
      }
    >
      <div className="lobby-intro">
        <h1>{t('lobby.headline')}</h1>
        <p>{t('lobby.lead')}</p>
      </div>
      {loaded.state === 'loading' && <output>{t('app.loading')}</output>}
      {loaded.state === 'failed' && <ProblemNotice problem={loaded.problem} onRetry={reload} />}
      {loaded.state === 'ready' && <Ready {...loaded.value} />}
      {pairing && (
        <Suspense>
          <PairDialog onClose={() => setPairing(false)} />
        </Suspense>
      )}
    </PageFrame>
  )
}

function Ready({ me, scenarios, runs }: LobbyData) {
  const { t, say } = useText()
  const [chosen, setChosen] = useState(scenarios[0]?.id)
  const scenario = scenarios.find(({ id }) => id === chosen)
  const unfinished = runs.find(isOpen)
  if (!scenario) return <p className="notice">{t('lobby.none')}</p>
  return (
    <>
      {unfinished && (
        <ContinueNotice run={unfinished} scenario={scenarios.find(({ id }) => id === unfinished.scenario)} />
      )}
      {scenarios.length > 1 && (
        <nav className="scenario-picker" aria-label={t('lobby.scenarios')}>
          {scenarios.map(({ id, title }) => (
            <button
              type="button"
              key={id}
              className="button"
              aria-pressed={id === chosen}
              onClick={() => setChosen(id)}
            >
              {say(title)}
            </button>
          ))}
        </nav>
      )}
      <div className="lobby">
        <ScenarioPlate scenario={scenario} key={`plate ${scenario.id}`} />
        <div className="lobby__side">
          <StartPanel scenario={scenario} name={me.name} api={api} key={scenario.id} />
        </div>
      </div>
      <RunHistory runs={runs.filter((run) => !isOpen(run))} scenarios={scenarios} />
    </>
  )
}

const isOpen = (run: RunSummary) => run.status === 'open'
