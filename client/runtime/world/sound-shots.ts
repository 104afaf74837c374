import type { Vector3Like } from 'three'
import type { PlantShot } from './sound-shots-plant.ts'
import { burst, placeAt, type Play, tone, type Voice } from './sound-voice.ts'

export type OneShot =
  | PlantShot
  | 'pin'
  | 'grab'
  | 'place'
  | 'drop'
  | 'call-point'
  | 'switch'
  | 'shock'
  | 'cough'
  | 'door'
  | 'footstep'
  | 'ignite'
  | 'chime'
  | 'hint'
  | 'mistake'
  | 'success'
  | 'fail'
  | 'step'

const SHOTS: Record<Exclude<OneShot, PlantShot>, Play> = {
  pin(v, to) {
    burst(v, to, { filter: 'bandpass', hz: 3800, toHz: 5200, q: 3, gain: 0.35, decayS: 0.07 })
    tone(v, to, { wave: 'triangle', hz: 2950, toHz: 2900, gain: 0.16, decayS: 0.35, delayS: 0.05 })
    tone(v, to, { hz: 4370, gain: 0.08, decayS: 0.25, delayS: 0.06 })
    burst(v, to, { filter: 'highpass', hz: 5000, gain: 0.12, decayS: 0.03, delayS: 0.13 })
  },
  grab(v, to) {
    burst(v, to, { filter: 'lowpass', hz: 900, toHz: 300, gain: 0.4, decayS: 0.08 })
    tone(v, to, { wave: 'triangle', hz: 640, toHz: 560, gain: 0.06, decayS: 0.18 })
  },
  place(v, to) {
    tone(v, to, { hz: 150, toHz: 70, gain: 0.5, decayS: 0.16 })
    burst(v, to, { filter: 'lowpass', hz: 1400, toHz: 400, gain: 0.3, decayS: 0.06 })
    tone(v, to, { wave: 'triangle', hz: 830, gain: 0.05, decayS: 0.4 })
  },
  drop(v, to) {
    for (const [delayS, gain] of [
      [0, 0.7],
      [0.17, 0.3],
      [0.27, 0.14],
    ] as const) {
      tone(v, to, { hz: 180, toHz: 60, gain, decayS: 0.2, delayS })
      tone(v, to, { wave: 'triangle', hz: 720, gain: gain * 0.25, decayS: 0.5, delayS })
      burst(v, to, { filter: 'lowpass', hz: 2200, toHz: 500, gain: gain * 0.5, decayS: 0.07, delayS })
    }
  },
  'call-point'(v, to) {
    burst(v, to, { filter: 'bandpass', hz: 2400, q: 1.5, gain: 0.5, decayS: 0.04 })
    tone(v, to, { wave: 'square', hz: 320, toHz: 190, gain: 0.1, decayS: 0.06 })
    burst(v, to, { filter: 'highpass', hz: 4200, gain: 0.2, decayS: 0.12, delayS: 0.02 })
  },
  switch(v, to) {
    burst(v, to, { filter: 'bandpass', hz: 1700, q: 2, gain: 0.5, decayS: 0.03 })
    tone(v, to, { hz: 260, toHz: 120, gain: 0.2, decayS: 0.05, delayS: 0.01 })
  },
  shock(v, to) {
    for (const hz of [50, 100, 150, 250])
      tone(v, to, { wave: 'sawtooth', hz, gain: 12 / (hz + 60), attackS: 0.01, decayS: 0.55 })
    for (let i = 0; i < 7; i++)
      burst(v, to, { filter: 'highpass', hz: 2500 + 400 * i, gain: 0.28, decayS: 0.03, delayS: i * 0.06 })
  },
  cough(v, to) {
    for (const [delayS, gain] of [
      [0, 0.5],
      [0.34, 0.38],
    ] as const) {
      burst(v, to, {
        filter: 'bandpass',
        hz: 1250,
        toHz: 480,
        q: 1.1,
        gain,
        attackS: 0.012,
        decayS: 0.17,
        delayS,
      })
      burst(v, to, { filter: 'bandpass', hz: 2600, toHz: 1500, q: 2, gain: gain * 0.4, decayS: 0.1, delayS })
      tone(v, to, {
        wave: 'sawtooth',
        hz: 170,
        toHz: 105,
        gain: gain * 0.22,
        attackS: 0.01,
        decayS: 0.14,
        delayS,
      })
    }
  },
  door(v, to) {
    burst(v, to, { filter: 'bandpass', hz: 1500, q: 2, gain: 0.3, decayS: 0.04 })
    tone(v, to, {
      wave: 'triangle',
      hz: 210,
      toHz: 290,
      gain: 0.05,
      attackS: 0.15,
      decayS: 0.5,
      delayS: 0.06,
    })
    tone(v, to, { hz: 110, toHz: 55, gain: 0.5, decayS: 0.25, delayS: 0.6 })
  },
  footstep(v, to) {
    burst(v, to, { filter: 'lowpass', hz: 700, toHz: 200, gain: 0.22, decayS: 0.07 })
    tone(v, to, { hz: 95, toHz: 60, gain: 0.16, decayS: 0.08 })
  },
  ignite(v, to) {
    burst(v, to, { filter: 'lowpass', hz: 300, toHz: 1600, gain: 0.5, attackS: 0.12, decayS: 0.7 })
  },
  chime: (v, to) =>
    melody(
      v,
      to,
      [
        [784, 0],
        [1047, 0.09],
      ],
      0.14,
    ),
  step: (v, to) =>
    melody(
      v,
      to,
      [
        [659, 0],
        [880, 0.08],
      ],
      0.12,
    ),
  hint: (v, to) =>
    melody(
      v,
      to,
      [
        [587, 0],
        [740, 0.12],
      ],
      0.1,
    ),
  mistake: (v, to) =>
    melody(
      v,
      to,
      [
        [311, 0],
        [247, 0.16],
      ],
      0.2,
      'triangle',
    ),
  success: (v, to) =>
    melody(
      v,
      to,
      [
        [523, 0],
        [659, 0.13],
        [784, 0.26],
        [1047, 0.42],
      ],
      0.16,
    ),
  fail: (v, to) =>
    melody(
      v,
      to,
      [
        [392, 0],
        [330, 0.22],
        [262, 0.46],
      ],
      0.18,
      'triangle',
    ),
}

export function playOneShot(voice: Voice, name: OneShot, at?: Vector3Like): void {
  const to = placeAt(voice, at)
  if (isUsual(name)) return SHOTS[name](voice, to)
  // Only plants sound like that; a document may also name a sound of a later version.
  import('./sound-shots-plant.ts')
    .then(({ plantShots }) => (plantShots[name] as Play | undefined)?.(voice, to))
    .catch(ignore)
}

const isUsual = (name: OneShot): name is keyof typeof SHOTS => Object.hasOwn(SHOTS, name)
/** The line is down just now: a sound less. */
const ignore = () => {}

function melody(
  v: Voice,
  to: AudioNode,
  notes: ReadonlyArray<readonly [hz: number, delayS: number]>,
  gain: number,
  wave: OscillatorType = 'sine',
): void {
  for (const [hz, delayS] of notes) {
    tone(v, to, { wave, hz, gain, attackS: 0.012, decayS: 0.5, delayS })
    tone(v, to, { hz: hz * 2, gain: gain * 0.25, attackS: 0.012, decayS: 0.3, delayS })
  }
}
