import type { LeadingSceneSource } from '#client/leading/leading-scene.ts'
import type { Readable } from '#client/runtime/readable.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'

export interface OfferedAction {
  action: string
  label: string
  enabled: boolean
  /** A refusal the authority would give, or `pin-first`. */
  obstacle?: string
  reason?: string
}
export interface Interactable {
  entity: string
  name: string
  description: string
  actions: readonly OfferedAction[]
  /** Metres. */
  distance: number
  direction: 'ahead' | 'left' | 'right' | 'behind'
  held: boolean
  highlighted: boolean
}
export interface Pointing {
  entity: string
  name: string
  action: string
  label: string
  enabled: boolean
  reason?: string
}

/** What the page asks of the runtime. The page draws words and buttons; everything three-dimensional is behind this. */
export interface TraineePort {
  readonly interactables: Readable<readonly Interactable[]>
  readonly pointing: Readable<Pointing | null>
  readonly pointerLocked: Readable<boolean>
  /** Entities in the hands. */
  readonly holding: Readable<{ left?: string; right?: string }>
  readonly device: Readable<'mouse' | 'touch' | 'keyboard' | 'controllers' | 'hands'>
  readonly inVr: Readable<boolean>
  readonly live: LeadingSceneSource
  focus(entity: string): void
  perform(entity: string, action: string): Promise<IntentAnswer>
  aimAt(entity: string): void
  walkTo(place: string): Promise<boolean>
  squeeze(on: boolean): void
  ask(action: 'pause' | 'resume' | 'hint' | 'begin' | 'leave'): Promise<IntentAnswer>
  goToSafePlace(): void
  enterVr(): Promise<void>
  leaveVr(): void | Promise<void>
  unlockSound(): void | Promise<void>
  /** Before the eyes in the headset; nothing on a flat screen. */
  tell(text: string): void
  readonly touch: { move(x: number, y: number): void; act(down: boolean): void }
  dispose(): void
}
