import { hashOf } from '#shared/kernel/hash.ts'
import { advance, type Advanced } from '#shared/procedure/advance.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import type { EngineEvent } from '#shared/procedure/events.ts'
import type { Input } from '#shared/procedure/input.ts'
import type { Refusal } from '#shared/procedure/intent.ts'
import { start } from '#shared/procedure/start.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import { headHash, sealEntry, type LogEntry, type LogHead } from './log.ts'
import { createAnswerBook } from './answer-book.ts'

/** At least this often a running session writes an entry, so that a log tells standing still from being gone. */
const heartbeatTicks = 20
const hashEveryTicks = 600

export interface Ticked {
  tick: number
  entry: LogEntry | null
  answers: { actor: string; epoch: number; seq: number; answer: IntentAnswer }[]
  /** Acts of the live session that came too late; they are not in the log. */
  refused: Advanced['refused']
  events: EngineEvent[]
}

export interface Runner {
  readonly state: EngineState
  /** Queues an input for the next tick. An intent already known (actor, epoch, seq) is answered again then, not taken again. */
  offer(input: Input): void
  /** In the log, refused earlier, or queued. */
  knows(actor: string, epoch: number, seq: number): boolean
  tick(): Ticked
  stateHash(): string
}

/** Runs one session; whoever hosts it gives it inputs and time. `from` goes on where an earlier runner stopped. */
export function createRunner(
  compiled: Compiled,
  head: LogHead,
  from?: { state: EngineState; lastEntry: LogEntry | null; entries?: readonly LogEntry[] },
): Runner {
  let state = from?.state ?? start(compiled, head)
  let last = from?.lastEntry ?? null
  let lastTick = last?.tick ?? 0
  let hashedTick = state.tick - (state.tick % hashEveryTicks)
  let queue: Input[] = []
  const book = createAnswerBook()
  for (const entry of from?.entries ?? []) book.remember(entry)

  const seal = (inputs: Input[], events: EngineEvent[]): LogEntry | null => {
    const due = state.phase === 'running' && state.tick - lastTick >= heartbeatTicks
    if (inputs.length === 0 && events.length === 0 && !due) return null
    const hashDue =
      state.tick - hashedTick >= hashEveryTicks ||
      events.some((e) => e.type === 'checkpoint' || e.type === 'ended')
    if (hashDue) hashedTick = state.tick
    const body = {
      n: last === null ? 0 : last.n + 1,
      tick: state.tick,
      inputs,
      events,
      ...(hashDue ? { stateHash: hashOf(state) } : {}),
    }
    last = sealEntry(last?.hash ?? headHash(head), body)
    lastTick = state.tick
    return last
  }

  return {
    get state() {
      return state
    },
    offer(input) {
      // What canonical JSON cannot say must not reach the log; the engine would drop it anyway.
      if (input.kind !== 'observe' || Number.isSafeInteger(input.value)) queue.push(input)
    },
    knows: (actor, epoch, seq) =>
      book.find(actor, epoch, seq) !== undefined ||
      queue.some(
        (input) =>
          input.kind === 'intent' &&
          input.intent.actor === actor &&
          input.intent.epoch === epoch &&
          input.intent.seq === seq,
      ),
    tick() {
      const fresh = queue.filter((input) => input.kind !== 'intent' || book.claim(input.intent))
      const asked = queue
      queue = []
      const advanced = advance(compiled, state, fresh)
      state = advanced.state
      fresh.forEach(
        (input, i) =>
          input.kind === 'intent' &&
          book.answer(input.intent, answerOf(advanced.answers[i] ?? null, state.tick)),
      )
      const { refused, events } = advanced
      const taken = fresh.filter((input, i) => advanced.answers[i] === null && !refused.has(input))
      const answers = asked.flatMap((input) => {
        if (input.kind !== 'intent') return []
        const { actor, epoch, seq } = input.intent
        const answer = book.find(actor, epoch, seq)
        return answer ? [{ actor, epoch, seq, answer }] : []
      })
      return { tick: state.tick, entry: seal(taken, events), answers, refused, events }
    },
    stateHash: () => hashOf(state),
  }
}

function answerOf(refusal: Refusal | null, tick: number): IntentAnswer {
  return refusal === null ? { ok: true, tick } : { ok: false, reason: refusal }
}
