import type { LiveAct, LiveAnswer } from '#shared/live/acts.ts'

/** Something to tell the authority, in one message or in many. */
export interface Letter {
  /** Null: nothing to say yet; whatever is behind it waits. */
  message(): LiveAct | null
  /** Was this the last one? One alone by default. */
  isOver?(act: LiveAct): boolean
  answered(answer: LiveAnswer, act: LiveAct): void
  /** What it is about. */
  of?: unknown
}

/** Tells one thing after the other: the next when the last was answered, and no more than five a second. */
export interface Outbox {
  add(letter: Letter): void
  /** Nothing more of this is sent; an answer that is still to come is told. */
  forget(of: unknown): void
  isSending(of: unknown): boolean
  update(nowMs: number): void
  dispose(): void
}

const APART_MS = 200

export function createOutbox(send: (act: LiveAct) => Promise<LiveAnswer>): Outbox {
  let letters: Letter[] = []
  let sending: Letter | null = null
  let nextMs = -Infinity
  let closed = false

  async function say(letter: Letter, act: LiveAct) {
    sending = letter
    const answer = await send(act).catch((): LiveAnswer => ({ ok: false, reason: 'not-now' }))
    sending = null
    if (closed) return
    if (!answer.ok || (letter.isOver?.(act) ?? true)) letters = letters.filter((each) => each !== letter)
    letter.answered(answer, act)
  }

  return {
    add(letter) {
      letters.push(letter)
    },
    forget(of) {
      letters = letters.filter((letter) => letter.of !== of)
    },
    isSending: (of) => sending !== null && sending.of === of,
    update(nowMs) {
      const letter = letters[0]
      if (!letter || sending || nowMs < nextMs) return
      const act = letter.message()
      if (!act) return
      nextMs = nowMs + APART_MS
      void say(letter, act)
    },
    dispose() {
      closed = true
    },
  }
}
