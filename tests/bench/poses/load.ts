import type { Variant } from './serving.ts'

/** Who is in the room. */
export type Crowd = {
  readonly senders: number
  /** Who only receives. */
  readonly receivers: number
  /** Samples a second of each sender, and how many go in one message. */
  readonly hz: number
  readonly packed: number
  readonly fingers: boolean
  /** Messages leave in the first frame (72 Hz) after a beat that all share, as our client's do; else each at its own time. */
  readonly onBeat: boolean
}

/** Asked of a load process, first. */
export type Load = Crowd & { readonly variant: Variant; readonly port: number; readonly epochMs: number }

/** What it answers to `{ seconds }`. */
export type Measured = {
  readonly seconds: number
  /** Of one receiver, WebSocket headers included. */
  readonly bytes: number
  /** Samples of all senders. */
  readonly sent: number
  /** Samples of all senders that one listener decoded. */
  readonly heard: number
  readonly latenciesMs: readonly number[]
  /** Clients that are still connected. */
  readonly open: number
}
