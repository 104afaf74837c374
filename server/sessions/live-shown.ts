import type { LiveState } from '#shared/live/state.ts'
import type { DrawingChange, LeadView, LiveView } from '#shared/live/view.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { Rules } from './rules.ts'
import type { Comer } from './seat.ts'

/** The live session as of the last durable tick, and as it is shown: the same objects while they say the same. */
export class LiveShown {
  readonly #rules: Pick<Rules, 'live' | 'showsSteps'>
  readonly #durable: () => EngineState
  #view: LiveView | undefined
  #lead: LeadView | undefined
  #discreet: { readonly of: LeadView; readonly made: LeadView } | undefined

  constructor(rules: Pick<Rules, 'live' | 'showsSteps'>, durable: () => EngineState) {
    this.#rules = rules
    this.#durable = durable
  }

  /** Undefined until somebody asks for something of it. */
  get state(): LiveState | undefined {
    return this.#durable().live
  }

  /** For everybody, spectators too. */
  view(): LiveView | undefined {
    if (this.state === undefined) return undefined
    return (this.#view = this.#rules.live.view(this.#durable(), this.#view))
  }

  /** For who leads or may moderate. What the mode hides from those in it, only instructors are told. */
  lead({ kind }: Pick<Comer, 'kind'>): LeadView {
    const { live, showsSteps } = this.#rules
    const all = (this.#lead = live.lead(this.#durable(), this.#lead))
    if (showsSteps || kind === 'instructor') return all
    if (this.#discreet?.of !== all) {
      const made = withoutSteps(all)
      const before = this.#discreet?.made
      this.#discreet = { of: all, made: before !== undefined && isSame(before, made) ? before : made }
    }
    return this.#discreet.made
  }

  /** What was drawn and erased since. */
  drawnSince(before: LiveState | undefined): DrawingChange[] {
    return this.#rules.live.drawings(before, this.state)
  }
}

const isSame = (one: LeadView, other: LeadView): boolean => JSON.stringify(one) === JSON.stringify(other)

function withoutSteps({ help, ...lead }: LeadView): LeadView {
  return { ...lead, help: help.map((asked) => ({ ...asked, step: '', title: null })), steps: [] }
}
