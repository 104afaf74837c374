import { randomInt } from 'node:crypto'
import type { IntentAnswer, IntentMessage, WelcomeMessage } from '#shared/protocol/messages.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import type { Cue, PrivateView } from '#shared/protocol/views.ts'
import type { Viewer } from './rules.ts'

/** What a connection may do. */
export interface Member {
  intend(message: IntentMessage): Promise<IntentAnswer>
  pose(pose: TrackedPose): void
  leave(): void
}

/** What a connection gets told; all of it only after it is durable, but for `welcome`. */
export interface Listener {
  welcome(message: WelcomeMessage): void
  view(view: PrivateView): void
  cues(cues: { tick: number; cues: Cue[] }): void
  /** Heard no more: the same person joined from elsewhere, or asked to leave, or the session has a fault and joining anew rebuilds it. */
  closed(reason: 'replaced' | 'left' | 'broken'): void
}

/** One connection of one person: its epoch, its newest pose, what it was last shown. */
export class Seat implements Viewer {
  readonly person: string
  readonly role: string
  readonly listener: Listener
  /** Never 0, never one that this person had before (but for one chance in four thousand million). */
  readonly epoch = randomInt(1, 2 ** 32 - 1)
  pose: TrackedPose | undefined
  #shown = ''

  constructor({ person, role }: Viewer, listener: Listener) {
    this.person = person
    this.role = role
    this.listener = listener
  }

  /** A view is sent whole when more than its time stamps changed. */
  show(view: PrivateView): void {
    const comparable = JSON.stringify({ ...view, tick: 0, timeMs: 0 })
    if (comparable === this.#shown) return
    this.#shown = comparable
    this.listener.view(view)
  }
}
