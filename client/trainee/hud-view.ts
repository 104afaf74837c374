import type { LanguageMap } from '#shared/scenario/common.ts'
import type { ClientEdition, PrivateView } from '#shared/protocol/views.ts'
import type { PauseReason } from '#shared/procedure/input.ts'

/** What the flat screen shows, in words of one language. */
export interface HudView {
  phase: 'briefing' | 'running' | 'paused' | 'ended'
  /** While an exam is paused nobody studies the scene. */
  sceneHidden: boolean
  /** Nothing is due until others have done theirs. */
  waits: boolean
  task: {
    /** Absent where the mode does not tell which step is due. */
    position: { number: number; of: number } | null
    title: string
    instruction: string
    why: string | null
    progressPercent: number | null
  }
  hints: { level: number; text: string }[]
  /** Absent: this mode has no hints. */
  hintButton: 'ready' | 'used-up' | null
  mistakes: { id: string; severity: string; text: string; remedy: string }[]
  /** One's own; null also while who leads has paused everybody. */
  pause: { reason: PauseReason; pausesLeft: number | null } | null
  end: { title: string; text: string; verdict: 'passed' | 'failed' | 'untold' } | null
}

export interface HudSource {
  view: PrivateView | null
  edition: ClientEdition
  say: (map: LanguageMap) => string
  dismissedMistakes: ReadonlySet<string>
  /** Where a run goes on while one reads: who has not gone in yet is at the briefing. */
  entered?: boolean
}

export function hudView({ view, edition, say, dismissedMistakes, entered = true }: HudSource): HudView {
  const phase = phaseOf(view, entered)
  return {
    phase,
    sceneHidden: view?.mode === 'exam' && phase === 'paused',
    waits: view?.step === null && (view.team?.waitingFor ?? null) !== null,
    task: taskOf(view, edition, say),
    hints: (view?.hints ?? []).map(({ level, text }) => ({ level, text: say(text) })),
    hintButton: hintButton(view),
    mistakes: (view?.mistakes ?? [])
      .filter(({ id }) => !dismissedMistakes.has(id))
      .map(({ id, severity, text, remedy }) => ({ id, severity, text: say(text), remedy: say(remedy) })),
    pause: view?.phase === 'paused' ? view.paused : null,
    end: view?.ended
      ? { title: say(view.ended.title), text: say(view.ended.text), verdict: verdict(view.ended.passed) }
      : null,
  }
}

function phaseOf(view: PrivateView | null, entered: boolean): HudView['phase'] {
  if (!view || view.phase === 'waiting' || (!entered && view.phase !== 'ended')) return 'briefing'
  // Paused for everybody: one goes on looking at what is shown, but not in an exam.
  return view.phase === 'paused' && !view.paused && view.mode !== 'exam' ? 'running' : view.phase
}

function taskOf(view: PrivateView | null, edition: ClientEdition, say: HudSource['say']): HudView['task'] {
  const step = view?.step
  if (!step)
    return {
      position: null,
      title: say(edition.title),
      instruction: say(edition.briefing),
      why: null,
      progressPercent: null,
    }
  return {
    position: { number: step.number, of: step.of },
    title: say(step.title),
    instruction: say(step.instruction),
    why: step.why ? say(step.why) : null,
    progressPercent: step.progress ?? null,
  }
}

function hintButton(view: PrivateView | null): HudView['hintButton'] {
  if (!view || view.mode === 'exam') return null
  if (view.hintAvailable) return 'ready'
  return view.hints.length > 0 ? 'used-up' : null
}

function verdict(passed: boolean | null): 'passed' | 'failed' | 'untold' {
  if (passed === null) return 'untold'
  return passed ? 'passed' : 'failed'
}
