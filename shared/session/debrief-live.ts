import type { WatchingWay } from '#shared/live/acts.ts'
import type { LiveChange } from '#shared/live/change.ts'
import type { EngineEvent } from '#shared/procedure/events.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'
import { gainOf, pooledGain, type Gain } from './learning-gain.ts'
import type { Steps } from './debrief-rows.ts'

/** What the live session came to; absent where there was none. Persons by id, spectators among them. */
export interface DebriefLive {
  /** In order of first having the attention, with how long each had it. */
  leaders: { person: string; durationMs: number }[]
  watchers: DebriefWatcher[]
  /** Of all watchers together; null where too little was asked. */
  gain: Gain | null
  polls: { n: number; step: string; title: LanguageMap; answered: number; right: number }[]
  help: { person: string; step: string; title: LanguageMap; atMs: number }[]
  takeOvers: { helper: string; person: string; step: string; title: LanguageMap; durationMs: number }[]
  /** Complete ones, erased or not. */
  annotations: number
}

export interface DebriefWatcher {
  person: string
  /** Of all steps and between them. */
  durationMs: number
  steps: { step: string; title: LanguageMap; durationMs: number; ways: WatchingWay[]; of: string[] }[]
  answered: number
  right: number
  gain: Gain | null
}

type Live = EngineEvent & { type: 'live' }
type Of<What extends LiveChange['what']> = { event: Live; change: Extract<LiveChange, { what: What }> }

export function debriefLive(
  steps: Steps,
  events: readonly EngineEvent[],
  endedMs: number,
): DebriefLive | undefined {
  const live = events.filter((event) => event.type === 'live')
  if (live.length === 0) return undefined
  const titleOf = (step: string): LanguageMap => steps.get(step)?.title ?? { en: step }
  const all = <const What extends LiveChange['what']>(what: What): Of<What>[] =>
    live.flatMap((event) => (event.change.what === what ? [{ event, change: event.change } as Of<What>] : []))
  const answers = all('answered')
  const watchers = watchersOf(all('observed'), answers, titleOf)
  return {
    leaders: leadersOf(all('led'), endedMs),
    watchers,
    gain: pooledGain(watchers.flatMap(({ gain }) => gain ?? [])),
    polls: all('polled').map(({ change: { poll, step } }) => {
      const given = answers.filter(({ change }) => change.poll === poll)
      const right = given.filter(({ change }) => change.right).length
      return { n: poll, step, title: titleOf(step), answered: given.length, right }
    }),
    help: all('helpAsked')
      .filter(({ change }) => change.on)
      .map(({ event, change: { step } }) => ({
        person: event.by,
        step,
        title: titleOf(step),
        atMs: event.atMs,
      })),
    takeOvers: all('handedBack').map(({ event, change: { person, step, durationMs } }) => ({
      helper: event.by,
      person,
      step,
      title: titleOf(step),
      durationMs,
    })),
    annotations: all('drawn').length,
  }
}

function leadersOf(led: readonly Of<'led'>[], endedMs: number): DebriefLive['leaders'] {
  const times = new Map<string, number>()
  led.forEach(({ event, change: { leader } }, n) => {
    if (leader === null) return
    const untilMs = led[n + 1]?.event.atMs ?? endedMs
    times.set(leader, (times.get(leader) ?? 0) + untilMs - event.atMs)
  })
  return [...times].map(([person, durationMs]) => ({ person, durationMs }))
}

function watchersOf(
  observed: readonly Of<'observed'>[],
  answers: readonly Of<'answered'>[],
  titleOf: (step: string) => LanguageMap,
): DebriefWatcher[] {
  const persons = new Set([...observed, ...answers].map(({ event }) => event.by))
  return [...persons].map((person) => {
    const seen = observed.filter(({ event }) => event.by === person).map(({ change }) => change)
    const given = answers.filter(({ event }) => event.by === person).map(({ change }) => change.right)
    const watched = [...new Set(seen.flatMap(({ step }) => step ?? []))]
    return {
      person,
      durationMs: sum(seen),
      steps: watched.map((step) => {
        const parts = seen.filter((part) => part.step === step)
        return {
          step,
          title: titleOf(step),
          durationMs: sum(parts),
          ways: [...new Set(parts.map(({ way }) => way))],
          of: [...new Set(parts.map(({ of }) => of))],
        }
      }),
      answered: given.length,
      right: given.filter(Boolean).length,
      gain: gainOf(given),
    }
  })
}

function sum(parts: readonly { durationMs: number }[]): number {
  return parts.reduce((total, { durationMs }) => total + durationMs, 0)
}
