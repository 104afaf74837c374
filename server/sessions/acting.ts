import type { LiveAct, LiveAnswer, LiveRefusal } from '#shared/live/acts.ts'
import type { Input } from '#shared/procedure/input.ts'
import type { MemberAnswer, Moderation } from '#shared/protocol/members.ts'
import type { IntentAnswer, IntentMessage } from '#shared/protocol/messages.ts'
import type { Attendance } from './attendance.ts'
import { DurableAsks } from './durable-asks.ts'
import { putDown } from './lay-down.ts'
import { mayModerate, moderate } from './moderation.ts'
import { PendingAnswers } from './pending-answers.ts'
import type { Rules, TickResult } from './rules.ts'
import type { Seat } from './seat.ts'

export type ActingOptions = {
  readonly rules: Rules
  readonly host: string
  readonly attendance: Attendance
  /** The store takes nothing at the moment, or nothing any more. */
  readonly isStuck: () => boolean
  /** Somebody asked to leave, and that is durable and answered. */
  onLetGo(seat: Seat): void
}

/** What members do: their acts on things and on each other go to the rules, and are answered when they are on disk. */
export class Acting {
  readonly #options: ActingOptions
  readonly #intents = new PendingAnswers()
  readonly #asks = new DurableAsks()
  readonly #overtaken = new WeakMap<Input, LiveRefusal>()

  constructor(options: ActingOptions) {
    this.#options = options
  }

  intend(seat: Seat, message: IntentMessage): Promise<IntentAnswer> {
    const { rules, attendance } = this.#options
    const no = (reason: Exclude<IntentAnswer, { ok: true }>['reason']): Promise<IntentAnswer> =>
      Promise.resolve({ ok: false, reason })
    if (!attendance.seats.has(seat)) return no('stale-epoch')
    if (!attendance.plays(seat)) return no('wrong-role')
    if (this.#options.isStuck()) return no('storage-unavailable')
    const { person } = seat
    if (message.epoch !== seat.epoch && !rules.runner.knows(person, message.epoch, message.seq))
      return no('stale-epoch')
    const answer = this.#intents.wait(person, message.epoch, message.seq)
    if (message.action === 'leave') void answer.then(({ ok }) => ok && this.#options.onLetGo(seat))
    const { role } = rules.runner.state.participants[person] ?? seat
    rules.runner.offer({
      kind: 'intent',
      intent: rules.enrich({ ...message, actor: person, role }, seat.pose, (other) =>
        attendance.poseOf(other),
      ),
    })
    return answer
  }

  async moderate(seat: Seat, act: Moderation): Promise<MemberAnswer> {
    const { rules, host, attendance } = this.#options
    const { state } = rules.runner
    if (!attendance.seats.has(seat) || state.phase === 'ended') return { ok: false, reason: 'not-now' }
    if (this.#options.isStuck()) return { ok: false, reason: 'storage-unavailable' }
    const decided = moderate(
      act,
      seat,
      { host, state, roles: rules.roles, seats: attendance.seats },
      (person) => putDown(rules, person, attendance.poseOf(person)),
    )
    if (!decided.ok) return decided
    for (const input of decided.inputs) rules.runner.offer(input)
    if (!(await this.#asks.wait())) return { ok: false, reason: 'storage-unavailable' }
    if (decided.close !== undefined) attendance.dismiss(decided.close.person, decided.close.why)
    return { ok: true }
  }

  /** Nobody hears a spectator while no member is there: time stands still. */
  async live(seat: Seat, act: LiveAct): Promise<LiveAnswer> {
    const { rules, host, attendance } = this.#options
    const { person, kind } = seat
    const moderates = mayModerate(seat, host)
    const no = (reason: Exclude<LiveAnswer, { ok: true }>['reason']): LiveAnswer => ({ ok: false, reason })
    const isOver = rules.runner.state.phase === 'ended'
    if (!attendance.seats.has(seat) || attendance.alone || isOver) return no('not-now')
    if (this.#options.isStuck()) return no('storage-unavailable')
    const refusal = rules.live.decide(
      act,
      { person, kind, moderates },
      (other) => attendance.seats.find(other)?.kind,
    )
    if (refusal !== null) return no(refusal)
    seat.livesIn = true
    const input: Input = { kind: 'live', by: person, as: kind, ...(moderates ? { moderates } : {}), act }
    rules.runner.offer(input)
    if (!(await this.#asks.wait())) return no('storage-unavailable')
    const overtaken = this.#overtaken.get(input)
    return overtaken === undefined ? { ok: true } : no(overtaken)
  }

  /** Before a tick: the answer tells those who asked until then that it is durable. */
  beginTick(): (result: TickResult) => void {
    const settle = this.#asks.take()
    return ({ answers, refused }) => {
      for (const [input, reason] of refused) this.#overtaken.set(input, reason)
      for (const answer of answers) this.#intents.give(answer)
      settle()
    }
  }

  giveUp(): void {
    this.#intents.giveAll({ ok: false, reason: 'storage-unavailable' })
    this.#asks.giveUp()
  }
}
