import type { LanguageMap } from '#shared/scenario/common.ts'
import type { WatchingWay } from './acts.ts'
import type { Annotation, HelpAsked, LiveState, TakeOver } from './state.ts'

/**
 * What everybody in the session may see of it, spectators too: one object for all. Message `live`, whole, at most four times a
 * second and only when it changed; annotations travel apart.
 */
export interface LiveView extends Pick<
  LiveState,
  | 'leader'
  | 'passedBy'
  | 'followMe'
  | 'spotlight'
  | 'unshared'
  | 'haltedBy'
  | 'summons'
  | 'lookHere'
  | 'hands'
  | 'mayDraw'
  | 'maySpeak'
> {
  /** Who asked and who helps; what for is between them. */
  help: readonly Pick<HelpAsked, 'person' | 'helper'>[]
  /** Who acts for whom; at which step is between them. */
  takeOver: null | Pick<TakeOver, 'helper' | 'person'>
  poll: null | {
    n: number
    options: readonly { id: string; title: LanguageMap }[]
    /** Null while it is open. */
    correct: string | null
    answered: number
  }
  /** How many follow whom, by person watched. */
  watchers: Readonly<Record<string, number>>
}

/** Message `lead`, besides, to those who lead or may moderate. */
export interface LeadView {
  help: readonly (HelpAsked & { title: LanguageMap | null })[]
  /** Live heat: option → how many chose it. */
  heat: null | { poll: number; counts: Readonly<Record<string, number>> }
  pollEvery: number
  watching: Readonly<Record<string, { way: WatchingWay; of: string }>>
  /** The steps of the procedure in order, with who is at which: the cockpit's graph. */
  steps: readonly {
    id: string
    title: LanguageMap
    roles: readonly string[]
    status: 'idle' | 'active' | 'done' | 'skipped'
    /** Persons for whom it is due. */
    people: readonly string[]
  }[]
}

/** Message `drawings`: all of them to who comes in (`reset`), then what changed, in order. `points`: those from index `from` on. */
export type DrawingChange =
  | { kind: 'reset'; annotations: Readonly<Record<string, Annotation>> }
  | { kind: 'begun'; key: string; annotation: Annotation }
  | { kind: 'more'; key: string; from: number; points: readonly number[]; done: boolean }
  | { kind: 'gone'; keys: readonly string[] }
