import type { Point, Stance } from './aim.ts'

/** From tick to tick: stand so, do this, let so many ticks pass. */
export type Beat = {
  readonly stance: Stance
  readonly act?: {
    readonly action: string
    readonly target?: string
    readonly params?: Record<string, string | number | boolean>
  }
  readonly ticks: number
}

const bin: Point = [-1.65, 0.3, -2.05]
const fire: Point = [-1.65, 0.25, -2.05]
const atStart: Stance = { at: [0.4, 0, 0.9], look: bin }
const atCallPoint: Stance = { at: [0.9, 0, 1.7], look: [0.95, 1.4, 2.47] }
const atRack: Stance = { at: [2.2, 0, 0.7], look: [2.86, 1.05, 0.7] }
/** Two and a half metres from the fire, the exit behind. */
const stand: Point = [-0.14, 0, -0.06]
const inCorridor: Stance = { at: [1.8, 0, 3.6], look: [1.8, 1.6, 4.5] }

const beside = (offset: number): Point => [fire[0] + offset * 0.8, fire[1], fire[2] - offset * 0.6]
const aiming = (offset: number, trigger: number): Stance => ({
  at: stand,
  look: fire,
  aim: beside(offset),
  trigger,
})
const sweeps = Array.from({ length: 6 }, (_, n): Beat => ({
  stance: aiming(n % 2 === 0 ? 0.26 : -0.26, 0.9),
  ticks: 10,
}))

/** A guided run of "Use a portable extinguisher" to its pass, by poses and intents alone, as a headset would send them. */
export const extinguisherScript: readonly Beat[] = [
  { stance: atStart, act: { action: 'begin' }, ticks: 60 },
  { stance: atStart, act: { action: 'speak', target: 'colleague', params: { topic: 'warn' } }, ticks: 20 },
  { stance: atCallPoint, act: { action: 'press', target: 'call-point' }, ticks: 20 },
  { stance: atRack, act: { action: 'grab', target: 'ext-abc', params: { hand: 'right' } }, ticks: 20 },
  { stance: { at: stand, look: fire, aim: [2, 1, 2] }, ticks: 50 },
  {
    stance: { at: stand, look: fire, aim: [2, 1, 2] },
    act: { action: 'pull', target: 'ext-abc.pin' },
    ticks: 20,
  },
  { stance: aiming(0, 0), ticks: 30 },
  { stance: aiming(0, 0.9), act: { action: 'squeeze-begin', target: 'ext-abc' }, ticks: 2 },
  ...sweeps,
  { stance: aiming(0, 0), act: { action: 'squeeze-end', target: 'ext-abc' }, ticks: 10 },
  // Back away facing the fire and watch it long enough.
  { stance: { at: [0.46, 0, 0.74], look: fire }, ticks: 240 },
  { stance: inCorridor, ticks: 40 },
  {
    stance: inCorridor,
    act: { action: 'speak', target: 'colleague', params: { topic: 'report' } },
    ticks: 120,
  },
]
