import { randomInt } from 'node:crypto'
import type { LiveAct, LiveAnswer } from '#shared/live/acts.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { MemberAnswer, MemberKind, Moderation } from '#shared/protocol/members.ts'
import type { IntentAnswer, IntentMessage, WelcomeMessage } from '#shared/protocol/messages.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import type { Cue, PrivateView } from '#shared/protocol/views.ts'
import type { Viewer } from './rules.ts'

/** Somebody at the door. `role` '' lets the authority choose. */
export type Comer = { readonly person: string; readonly kind: MemberKind; readonly role: string }

/** What a connection may do. */
export interface Member {
  readonly moderates: boolean
  intend(message: IntentMessage): Promise<IntentAnswer>
  /** Answered when it is durable. */
  moderate(act: Moderation): Promise<MemberAnswer>
  /** Answered when it is durable. */
  live(act: LiveAct): Promise<LiveAnswer>
  pose(pose: TrackedPose): void
  leave(): void
}

/** Replaced: the same person joined from elsewhere. Broken: the session has a fault, joining anew rebuilds it. Fault: with this member alone. Come back: as another kind of member. */
export type Closing = 'replaced' | 'left' | 'broken' | 'fault' | 'removed' | 'come-back'

/** What a connection gets told; all of it only after it is durable, but for `welcome`. */
export interface Listener {
  welcome(message: WelcomeMessage): void
  view(view: PrivateView): void
  cues(cues: { tick: number; cues: Cue[] }): void
  /** Heard no more. */
  closed(reason: Closing): void
}

/** As whom all spectators of a session see it: nobody in it. */
export function audience(session: string): Viewer {
  return { person: session, role: '' }
}

/** One connection of one person: its epoch, its newest pose, what it was last shown. */
export class Seat implements Comer {
  readonly person: string
  readonly kind: MemberKind
  /** As joined; the authority may give another one meanwhile. */
  readonly role: string
  readonly listener: Listener
  /** Never 0, never one that this person had before (but for one chance in four thousand million). */
  readonly epoch = randomInt(1, 2 ** 32 - 1)
  pose: TrackedPose | undefined
  /** Asked for something of the live session that was let pass. */
  livesIn = false
  #view: PrivateView | undefined
  #shown = ''

  constructor({ person, kind, role }: Comer, listener: Listener) {
    this.person = person
    this.kind = kind
    this.role = role
    this.listener = listener
  }

  /** As whom this connection sees the run: the role may have changed since they came. */
  viewer({ participants }: EngineState, session: string): Viewer {
    if (this.kind === 'spectator') return audience(session)
    return { person: this.person, role: participants[this.person]?.role ?? this.role }
  }

  /** A view is sent whole when more than its time stamps changed. */
  show(view: PrivateView): void {
    if (view === this.#view) return
    this.#view = view
    const content = contentOf(view)
    if (content === this.#shown) return
    this.#shown = content
    this.listener.view(view)
  }
}

/** Made once for the many who are shown the same view. */
const contents = new WeakMap<PrivateView, string>()
function contentOf(view: PrivateView): string {
  const content = contents.get(view) ?? JSON.stringify({ ...view, tick: 0, timeMs: 0 })
  contents.set(view, content)
  return content
}
