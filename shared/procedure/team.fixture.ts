import { scenario } from '#shared/scenario/scenario.ts'
import type { ModeName } from '#shared/scenario/scenario.ts'
import { advance, TICK_MS } from './advance.ts'
import type { Compiled } from './compiled.ts'
import { compile } from './compile.ts'
import type { EngineEvent } from './events.ts'
import type { Input } from './input.ts'
import type { IntentParams, Refusal } from './intent.ts'
import { lockout, lockoutDocument, step } from './lockout.fixture.ts'
import { pumpRoom } from './pump-room.fixture.ts'
import { start } from './start.ts'
import type { EngineState } from './state.ts'

export const ann = '0b9f2f0e-5c1a-4d6c-9a54-6d6f0a2c1e11'
export const ben = '7e6c1a52-6f4e-4d2b-8f57-0a6f7b0d2b22'
export const cat = 'a1b2c3d4-0000-4000-8000-00000000cccc'
export const bot = 'b0b0b0b0-0000-4000-8000-00000000b070'
export const instructor = 'ffffffff-0000-4000-8000-000000000001'

export const lockoutCompiled = compile(lockout, pumpRoom)

/** That scenario with another procedure, rules or roles. */
export function lockoutWith(more: object): Compiled {
  return compile(scenario.parse({ ...lockoutDocument, ...more }), pumpRoom)
}

/** Several people in one session, driven by acts, readings, inputs and waiting. */
export class Team {
  state: EngineState
  readonly events: EngineEvent[] = []
  readonly compiled: Compiled
  #seq = 0

  constructor(compiled: Compiled = lockoutCompiled, mode: ModeName = 'practice') {
    this.compiled = compiled
    this.state = start(compiled, { mode, seed: 1 })
  }

  take(...inputs: Input[]): (Refusal | null)[] {
    const { state, events, answers } = advance(this.compiled, this.state, inputs)
    this.state = state
    this.events.push(...events)
    return answers
  }

  join(actor: string, role: string, more: { bot?: true } = {}): void {
    this.take({ kind: 'join', actor, role, ...more })
  }

  /** As an intent, in the role that the person has. */
  intent(actor: string, action: string, target?: string, params?: IntentParams): Input {
    this.#seq += 1
    const role = this.state.participants[actor]?.role ?? ''
    return {
      kind: 'intent',
      intent: {
        actor,
        role,
        action,
        ...(target === undefined ? {} : { target }),
        ...(params ? { params } : {}),
        clientTime: 0,
        epoch: 1,
        seq: this.#seq,
      },
    }
  }

  act(actor: string, action: string, target?: string, params?: IntentParams): Refusal | null {
    return this.take(this.intent(actor, action, target, params))[0] ?? null
  }

  observe(actor: string, readings: Record<string, number>): void {
    this.take(
      ...Object.entries(readings).map(([sensor, value]): Input => ({
        kind: 'observe',
        actor,
        sensor,
        value,
      })),
    )
  }

  wait(ms: number): void {
    for (let left = ms; left > 0; left -= TICK_MS) this.take()
  }

  /** Puts a thing into a socket. */
  put(actor: string, thing: string, socket: string, hand = 'right'): (Refusal | null)[] {
    return [this.act(actor, 'grab', thing, { hand }), this.act(actor, 'release', thing, { socket })]
  }

  steps(): string[] {
    return this.compiled.steps
      .filter(({ id }) => this.state.nodes[id]?.status === 'active')
      .map(({ id }) => id)
  }

  person(actor: string): EngineState['participants'][string] {
    const found = this.state.participants[actor]
    if (!found) throw new Error(`${actor} is not here`)
    return found
  }

  place(entity: string): EngineState['entities'][string]['place'] | undefined {
    return this.state.entities[entity]?.place
  }

  seen<Type extends EngineEvent['type']>(type: Type): Extract<EngineEvent, { type: Type }>[] {
    return this.events.filter((event): event is Extract<EngineEvent, { type: Type }> => event.type === type)
  }
}

/** Ann leads, Ben is the mechanic, and both have read the briefing. */
export function begunTeam(compiled?: Compiled, mode?: ModeName): Team {
  const team = new Team(compiled, mode)
  team.join(ann, 'lead')
  team.join(ben, 'mechanic')
  team.act(ann, 'begin')
  team.act(ben, 'begin')
  return team
}

/** Ann leads, Ben and Cat are mechanics. */
export function threeWith(more: object): Team {
  const team = begunTeam(lockoutWith(more))
  team.join(cat, 'mechanic')
  return team
}

export const inTurn = (...of: object[]): object => ({ type: 'sequence', id: 'job', of })
export const next = step('next', [], { type: 'elapsed', ms: 60_000 })

/** One step for mechanics, done when that is true. */
export function threeUntil(when: object): Team {
  return threeWith({ procedure: inTurn(step('it', ['mechanic'], when), next) })
}

export function isDone(team: Team): boolean {
  return team.steps().includes('next')
}

/** The whole lockout, the way it should be. */
export function performLockout(team: Team, mechanics: readonly string[]): void {
  team.act(ann, 'toggle', 'breaker')
  team.act(ann, 'toggle', 'lockbox')
  team.put(ann, 'personal-lock', 'box-hasp')
  for (const actor of mechanics) team.put(actor, 'personal-lock', 'box-hasp')
  team.act(ann, 'press', 'start-button')
  team.act(mechanics[0] ?? '', 'toggle', 'coupling')
  for (const actor of [...mechanics, ann]) {
    team.act(actor, 'grab', 'personal-lock')
    team.act(actor, 'release', 'personal-lock')
  }
  team.act(ann, 'toggle', 'lockbox')
}
