import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { AnsweredIntent } from './rules.ts'

/** Who waits for the answer to which intent; a resent one has several waiting. */
export class PendingAnswers {
  readonly #waiting = new Map<string, ((answer: IntentAnswer) => void)[]>()

  wait(actor: string, epoch: number, seq: number): Promise<IntentAnswer> {
    return new Promise((resolve) => {
      const key = `${actor} ${epoch} ${seq}`
      this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), resolve])
    })
  }

  give({ actor, epoch, seq, answer }: AnsweredIntent): void {
    const key = `${actor} ${epoch} ${seq}`
    for (const resolve of this.#waiting.get(key) ?? []) resolve(answer)
    this.#waiting.delete(key)
  }

  giveAll(answer: IntentAnswer): void {
    for (const resolves of this.#waiting.values()) for (const resolve of resolves) resolve(answer)
    this.#waiting.clear()
  }
}
