import type { Intent } from '#shared/procedure/intent.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { LogEntry } from './log.ts'

/** Most answers kept for one person; a client resends only what it has not heard of, which is far less. */
const mostPerActor = 2000

export interface AnswerBook {
  /** False when this very intent is known already. */
  claim(intent: Intent): boolean
  answer(intent: Intent, answer: IntentAnswer): void
  find(actor: string, epoch: number, seq: number): IntentAnswer | undefined
  /** Accepted intents of a log written before. */
  remember(entry: LogEntry): void
}

/** First answers by (person, connection epoch, number), so that a resend is harmless. */
export function createAnswerBook(): AnswerBook {
  const byActor = new Map<string, Map<string, IntentAnswer | null>>()
  const pageOf = (actor: string): Map<string, IntentAnswer | null> => {
    const page = byActor.get(actor) ?? new Map<string, IntentAnswer | null>()
    byActor.set(actor, page)
    return page
  }
  const write = ({ actor, epoch, seq }: Intent, answer: IntentAnswer | null): void => {
    const page = pageOf(actor)
    page.set(`${epoch}/${seq}`, answer)
    const oldest = page.keys().next().value
    if (page.size > mostPerActor && oldest !== undefined) page.delete(oldest)
  }
  return {
    claim(intent) {
      if (byActor.get(intent.actor)?.has(`${intent.epoch}/${intent.seq}`) === true) return false
      write(intent, null)
      return true
    },
    answer: write,
    find: (actor, epoch, seq) => byActor.get(actor)?.get(`${epoch}/${seq}`) ?? undefined,
    remember(entry) {
      for (const input of entry.inputs)
        if (input.kind === 'intent') write(input.intent, { ok: true, tick: entry.tick })
    },
  }
}
