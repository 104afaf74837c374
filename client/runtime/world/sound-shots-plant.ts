import { burst, type Play, tone } from './sound-voice.ts'

export type PlantShot =
  | 'breaker'
  | 'clank'
  | 'handwheel'
  | 'key'
  | 'lid'
  | 'lock-open'
  | 'lock-shut'
  | 'motor-start'
  | 'motor-stop'
  | 'pen'
  | 'tap'
  | 'vent'
  | 'water'

/** What a plant room sounds like: locks, lids, switches, valves, a motor. */
export const plantShots: Record<PlantShot, Play> = {
  'lock-shut'(v, to) {
    burst(v, to, { filter: 'bandpass', hz: 2600, q: 3, gain: 0.3, decayS: 0.03 })
    burst(v, to, { filter: 'bandpass', hz: 3400, q: 4, gain: 0.6, decayS: 0.025, delayS: 0.09 })
    tone(v, to, { wave: 'triangle', hz: 1850, toHz: 1700, gain: 0.14, decayS: 0.1, delayS: 0.09 })
    tone(v, to, { hz: 210, toHz: 120, gain: 0.2, decayS: 0.05, delayS: 0.09 })
  },
  'lock-open'(v, to) {
    burst(v, to, { filter: 'bandpass', hz: 3100, q: 4, gain: 0.4, decayS: 0.03 })
    tone(v, to, { wave: 'triangle', hz: 2300, toHz: 2500, gain: 0.1, decayS: 0.16, delayS: 0.01 })
    burst(v, to, { filter: 'highpass', hz: 4500, gain: 0.12, decayS: 0.05, delayS: 0.06 })
  },
  key(v, to) {
    for (const [delayS, hz] of [
      [0, 4100],
      [0.05, 5200],
      [0.12, 4600],
    ] as const) {
      tone(v, to, { wave: 'triangle', hz, gain: 0.07, decayS: 0.12, delayS })
      burst(v, to, { filter: 'highpass', hz: 5000, gain: 0.12, decayS: 0.02, delayS })
    }
  },
  lid(v, to) {
    burst(v, to, { filter: 'bandpass', hz: 1500, toHz: 900, q: 2, gain: 0.2, attackS: 0.06, decayS: 0.14 })
    burst(v, to, { filter: 'lowpass', hz: 1800, toHz: 500, gain: 0.5, decayS: 0.07, delayS: 0.17 })
    tone(v, to, { wave: 'triangle', hz: 410, toHz: 380, gain: 0.12, decayS: 0.32, delayS: 0.17 })
  },
  breaker(v, to) {
    tone(v, to, { hz: 140, toHz: 60, gain: 0.7, decayS: 0.14, delayS: 0.03 })
    burst(v, to, { filter: 'bandpass', hz: 1100, toHz: 500, q: 1.2, gain: 0.9, decayS: 0.06, delayS: 0.03 })
    burst(v, to, { filter: 'highpass', hz: 3000, gain: 0.25, decayS: 0.02 })
  },
  handwheel(v, to) {
    for (let i = 0; i < 7; i++) {
      const delayS = i * 0.11
      burst(v, to, {
        filter: 'bandpass',
        hz: 700 + 60 * (i % 3),
        q: 3,
        gain: 0.2,
        attackS: 0.03,
        decayS: 0.1,
        delayS,
      })
      tone(v, to, {
        wave: 'triangle',
        hz: 330 + 12 * (i % 2),
        gain: 0.03,
        attackS: 0.02,
        decayS: 0.09,
        delayS,
      })
    }
    tone(v, to, { hz: 120, toHz: 70, gain: 0.3, decayS: 0.12, delayS: 0.8 })
  },
  clank(v, to) {
    for (const [hz, gain] of [
      [520, 0.2],
      [1310, 0.12],
      [2140, 0.07],
    ] as const)
      tone(v, to, { wave: 'triangle', hz, gain, decayS: 0.4 })
    burst(v, to, { filter: 'lowpass', hz: 2500, toHz: 600, gain: 0.5, decayS: 0.07 })
  },
  'motor-start'(v, to) {
    burst(v, to, { filter: 'bandpass', hz: 900, q: 1.5, gain: 0.6, decayS: 0.05 })
    tone(v, to, { wave: 'sawtooth', hz: 40, toHz: 148, gain: 0.16, attackS: 0.1, decayS: 1.1, delayS: 0.05 })
    tone(v, to, { hz: 80, toHz: 296, gain: 0.2, attackS: 0.1, decayS: 1.1, delayS: 0.05 })
  },
  'motor-stop'(v, to) {
    burst(v, to, { filter: 'bandpass', hz: 800, q: 1.5, gain: 0.5, decayS: 0.05 })
    tone(v, to, { wave: 'sawtooth', hz: 146, toHz: 22, gain: 0.14, decayS: 2.6 })
    tone(v, to, { hz: 292, toHz: 30, gain: 0.18, decayS: 2.4 })
  },
  vent(v, to) {
    burst(v, to, {
      filter: 'highpass',
      hz: 4200,
      toHz: 1500,
      q: 0.5,
      gain: 0.5,
      attackS: 0.02,
      decayS: 1.4,
    })
    burst(v, to, { filter: 'bandpass', hz: 900, toHz: 420, gain: 0.3, decayS: 1.1, delayS: 0.3 })
  },
  tap(v, to) {
    burst(v, to, { filter: 'bandpass', hz: 1900, q: 3, gain: 0.3, attackS: 0.02, decayS: 0.08 })
    tone(v, to, { hz: 260, toHz: 190, gain: 0.1, decayS: 0.08, delayS: 0.04 })
  },
  water(v, to) {
    burst(v, to, { filter: 'lowpass', hz: 500, toHz: 1300, gain: 0.6, attackS: 0.3, decayS: 1.8 })
    burst(v, to, { filter: 'bandpass', hz: 340, q: 2, gain: 0.4, attackS: 0.2, decayS: 1.5 })
  },
  pen(v, to) {
    for (let i = 0; i < 5; i++)
      burst(v, to, {
        filter: 'bandpass',
        hz: 3600 + 500 * (i % 2),
        q: 1.5,
        gain: 0.12,
        attackS: 0.02,
        decayS: 0.06,
        delayS: i * 0.09,
      })
  },
}
