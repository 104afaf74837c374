import type { ModeName } from '#shared/scenario/scenario.ts'
import { advance, TICK_MS } from './advance.ts'
import type { Compiled } from './compiled.ts'
import type { EngineEvent } from './events.ts'
import type { Input } from './input.ts'
import type { IntentParams, Refusal } from './intent.ts'
import { start } from './start.ts'
import type { EngineState } from './state.ts'

export const ada = '0b9f2f0e-5c1a-4d6c-9a54-6d6f0a2c1e11'

let seq = 0
export function act(action: string, target?: string, params?: IntentParams, actor = ada): Input {
  seq += 1
  return {
    kind: 'intent',
    intent: {
      actor,
      role: 'trainee',
      action,
      ...(target === undefined ? {} : { target }),
      ...(params ? { params } : {}),
      clientTime: 0,
      epoch: 1,
      seq,
    },
  }
}

export function observe(readings: Record<string, number>, actor = ada): Input[] {
  return Object.entries(readings).map(([sensor, value]) => ({ kind: 'observe', actor, sensor, value }))
}

/** One trainee in a session that has begun, driven by acts, readings and waiting. */
export function begunBy(compiled: Compiled, mode: ModeName, seed = 1): Person {
  const person = new Person(compiled, mode, seed)
  person.take({ kind: 'join', actor: ada, role: 'trainee' }, act('begin'))
  return person
}

export class Person {
  state: EngineState
  readonly events: EngineEvent[] = []
  readonly compiled: Compiled

  constructor(compiled: Compiled, mode: ModeName, seed: number) {
    this.compiled = compiled
    this.state = start(compiled, { mode, seed })
  }

  take(...inputs: Input[]): (Refusal | null)[] {
    const { state, events, answers } = advance(this.compiled, this.state, inputs)
    this.state = state
    this.events.push(...events)
    return answers
  }

  act(action: string, target?: string, params?: IntentParams): Refusal | null {
    return this.take(act(action, target, params))[0] ?? null
  }

  observe(readings: Record<string, number>): void {
    this.take(...observe(readings))
  }

  wait(ms: number): void {
    for (let left = ms; left > 0; left -= TICK_MS) this.take()
  }

  steps(): string[] {
    return this.compiled.steps
      .filter((step) => this.state.nodes[step.id]?.status === 'active')
      .map((step) => step.id)
  }

  mistakes(): string[] {
    return this.state.mistakes.map((m) => m.rule)
  }

  seen(type: EngineEvent['type']): EngineEvent[] {
    return this.events.filter((event) => event.type === type)
  }
}
