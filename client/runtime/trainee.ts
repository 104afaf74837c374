import type { SessionLink } from '#client/net/session-link.ts'
import type { IntentParams } from '#shared/procedure/intent.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { RuntimeSettings } from './comfort.ts'
import type { Device } from './device/body.ts'
import type { Interactable } from './interaction/interactables.ts'
import type { Pointing } from './interaction/pointing.ts'
import type { LiveParts } from './live-parts.ts'
import type { Readable } from './readable.ts'
import type { Stage } from './stage.ts'
import type { Words } from './words.ts'

export interface TraineeOptions {
  stage: Stage
  link: SessionLink
  settings: Readable<RuntimeSettings>
  /** Into the page's live region. */
  announce(text: string, urgency: 'polite' | 'assertive'): void
  onProgress?: (fraction: number) => void
  words?: Words
}

export type SessionAct = 'pause' | 'resume' | 'hint' | 'begin' | 'leave'

/** A person in the workplace, on whatever device. The accessible mirror and the page act through the same calls as hands. */
export interface Trainee {
  readonly interactables: Readable<readonly Interactable[]>
  readonly pointing: Readable<Pointing | null>
  readonly crosshair: Readable<'hidden' | 'idle' | 'target' | 'blocked'>
  readonly device: Readable<Device>
  readonly inVr: Readable<boolean>
  readonly holding: Readable<{ left?: string; right?: string }>
  readonly focused: Readable<string | null>
  readonly pointerLocked: Readable<boolean>
  /** Turns the view to a thing and makes it what E and Enter act on. */
  focus(entity: string | null): void
  /** Walks into reach first on a flat screen. */
  perform(entity: string, action: string, params?: IntentParams): Promise<IntentAnswer>
  aimAt(entity: string | null): void
  /** False when there is no way, or something else moved the person. */
  walkTo(place: string): Promise<boolean>
  squeeze(on: boolean): void
  ask(action: SessionAct): Promise<IntentAnswer>
  recentre(): void
  goToSafePlace(): void
  enterVr(): Promise<void>
  leaveVr(): Promise<void>
  lockPointer(): void
  unlockSound(): void
  /** Before the eyes in the headset; on a flat screen the page has its own place for it. */
  tell(text: string): void
  readonly live: LiveParts
  readonly touch: { move(x: number, y: number): void; act(down: boolean): void }
  dispose(): void
}
