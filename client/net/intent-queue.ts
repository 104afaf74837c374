import type { IntentAnswer, IntentMessage } from '#shared/protocol/messages.ts'
import { writable } from '#client/runtime/readable.ts'
import type { Readable } from '#client/runtime/readable.ts'

export type Act = Omit<IntentMessage, 'epoch' | 'seq'>
/** `unanswered`: no answer in time on a connection that still stands. Rejects when the connection went. */
export type SendIntent = (message: IntentMessage) => Promise<IntentAnswer | 'unanswered'>

export interface IntentQueue {
  /** Acts not answered yet. */
  readonly waiting: Readable<number>
  /** Resolves with the authority's answer, however many connections that takes. */
  submit(act: Act): Promise<IntentAnswer>
  attach(epoch: number, send: SendIntent): void
  detach(): void
  /** No answer can come any more: everything still waiting is refused as `not-now`. */
  abandon(): void
}

interface Pending {
  act: Act
  message: IntentMessage | null
  inFlight: boolean
  settle: (answer: IntentAnswer) => void
}

/**
 * Keeps intents until they are answered. After a lost connection each goes out again under its first (epoch, seq): a
 * known one gets its first answer, one that never arrived is refused as `stale-epoch` and numbered anew. Later acts
 * wait until that is settled, so the order in which the person acted is kept.
 */
export function createIntentQueue(): IntentQueue {
  const pending: Pending[] = []
  const waiting = writable(0)
  let connection: { epoch: number; send: SendIntent } | null = null
  let nextSeq = 0
  let over = false

  function settle(entry: Pending, answer: IntentAnswer) {
    pending.splice(pending.indexOf(entry), 1)
    waiting.set(pending.length)
    entry.settle(answer)
  }

  function answered(
    entry: Pending,
    message: IntentMessage,
    answer: IntentAnswer | 'unanswered',
    epoch: number,
  ) {
    entry.inFlight = false
    if (answer !== 'unanswered') {
      const neverArrived = !answer.ok && answer.reason === 'stale-epoch' && message.epoch !== epoch
      if (neverArrived) entry.message = null
      else settle(entry, answer)
    }
    flush()
  }

  function transmit(entry: Pending, { epoch, send }: { epoch: number; send: SendIntent }) {
    const message = entry.message ?? { ...entry.act, epoch, seq: nextSeq++ }
    entry.message = message
    entry.inFlight = true
    const sentOn = connection
    send(message).then(
      (answer) => {
        if (connection === sentOn && pending.includes(entry)) answered(entry, message, answer, epoch)
      },
      () => {}, // the connection went: `detach` follows, and the next `attach` sends again
    )
  }

  function flush() {
    if (!connection) return
    for (const entry of pending.slice()) {
      if (!entry.inFlight) transmit(entry, connection)
      if (entry.message && entry.message.epoch !== connection.epoch) return
    }
  }

  return {
    waiting,
    submit(act) {
      if (over) return Promise.resolve({ ok: false, reason: 'not-now' })
      return new Promise((resolve) => {
        pending.push({ act, message: null, inFlight: false, settle: resolve })
        waiting.set(pending.length)
        flush()
      })
    },
    attach(epoch, send) {
      for (const entry of pending) entry.inFlight = false
      connection = { epoch, send }
      nextSeq = 0
      flush()
    },
    detach() {
      connection = null
    },
    abandon() {
      over = true
      connection = null
      for (const entry of pending.slice()) settle(entry, { ok: false, reason: 'not-now' })
    },
  }
}
