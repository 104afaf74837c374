import type { Vector3Like } from 'three'
import { createLoops, type Loop } from './sound-loops.ts'
import { playOneShot, type OneShot } from './sound-shots.ts'
import { createNoise, type Voice } from './sound-voice.ts'

export interface Instruments {
  play(name: OneShot, at?: Vector3Like): void
  hold(name: Loop, level: number, at?: Vector3Like): void
  setSpatial(spatial: boolean): void
  dispose(): void
}

/** What makes the sounds; a chunk of its own, fetched when the first gesture has allowed any. */
export function createInstruments(context: AudioContext, out: GainNode): Instruments {
  const voice: Voice = { context, out, noise: createNoise(context), spatial: true }
  const loops = createLoops(voice)
  return {
    play: (name, at) => playOneShot(voice, name, at),
    hold: (name, level, at) => loops.hold(name, level, at),
    setSpatial: (spatial) => void (voice.spatial = spatial),
    dispose: () => loops.dispose(),
  }
}
