import type { Object3D, Vector3Like } from 'three'
import type { Instruments } from './sound-instruments.ts'
import type { Loop } from './sound-loops.ts'
import type { OneShot } from './sound-shots.ts'

/** Every sound of the world, synthesised: no files. Spatial unless no place is given. Silent until `unlock`. */
export interface Sound {
  /** Call inside a user gesture; browsers allow no sound before. Earlier calls to the others do nothing. */
  unlock(): Promise<void>
  play(name: OneShot, at?: Vector3Like): void
  /** Keeps a continuous sound at this level (0..1, 0 = off). Cheap enough for every frame, and free of clicks. */
  hold(name: Loop, level: number, at?: Vector3Like): void
  /** Ears = this object's world pose (−Z ahead). Call each frame before rendering. */
  listen(head: Object3D): void
  setVolume(level: number): void
  setMuted(muted: boolean): void
  setMono(mono: boolean): void
  suspend(): void
  resume(): void
  dispose(): void
}

export type { Loop } from './sound-loops.ts'
export type { OneShot } from './sound-shots.ts'

const RAMP_S = 0.05
/** Distance takes much away; the ceiling behind the master keeps what is near from being loud. */
const MAKEUP = 1.9
/** A context that is closed meanwhile rejects; there is nothing left to do then. */
const ignore = () => {}

export function createSound(): Sound {
  let graph: { context: AudioContext; out: GainNode } | null = null
  let instruments: Instruments | null = null
  let volume = 0.8
  let muted = false
  let mono = false

  function open(): { context: AudioContext; out: GainNode } {
    const context = new AudioContext({ latencyHint: 'interactive' })
    const out = context.createGain()
    // Loud things (alarm, shock) meet a soft ceiling: nothing here may hurt ears in a headset.
    const ceiling = new DynamicsCompressorNode(context, {
      threshold: -14,
      knee: 8,
      ratio: 8,
      attack: 0.004,
      release: 0.2,
    })
    out.connect(ceiling).connect(context.destination)
    out.gain.value = loudness()
    return { context, out }
  }

  /** A line that is down just now costs the sound until the next gesture, nothing else. */
  async function equip({ context, out }: NonNullable<typeof graph>): Promise<void> {
    const { createInstruments } = await import('./sound-instruments.ts')
    if (instruments || graph?.context !== context) return
    instruments = createInstruments(context, out)
    applyMono()
  }

  function loudness(): number {
    return muted ? 0 : volume * volume * MAKEUP
  }

  function applyVolume(): void {
    graph?.out.gain.setTargetAtTime(loudness(), graph.context.currentTime, RAMP_S)
  }

  function applyMono(): void {
    if (!graph) return
    instruments?.setSpatial(!mono)
    graph.out.channelCount = mono ? 1 : 2
    graph.out.channelCountMode = mono ? 'explicit' : 'max'
  }

  return {
    async unlock() {
      graph ??= open()
      applyMono()
      await Promise.all([graph.context.resume(), equip(graph).catch(ignore)])
    },
    play(name, at) {
      if (graph?.context.state === 'running') instruments?.play(name, at)
    },
    hold(name, level, at) {
      instruments?.hold(name, level, at)
    },
    listen(head) {
      if (graph) turnEars(graph.context.listener, head)
    },
    setVolume(level) {
      volume = Math.min(1, Math.max(0, level))
      applyVolume()
    },
    setMuted(value) {
      muted = value
      applyVolume()
    },
    setMono(value) {
      mono = value
      applyMono()
    },
    suspend() {
      graph?.context.suspend().catch(ignore)
    },
    resume() {
      graph?.context.resume().catch(ignore)
    },
    dispose() {
      instruments?.dispose()
      graph?.context.close().catch(ignore)
      graph = instruments = null
    },
  }
}

function turnEars(ears: AudioListener, head: Object3D): void {
  const m = head.matrixWorld.elements
  // Firefox before 130 has only the deprecated setters.
  if (!ears.positionX) {
    ears.setPosition(m[12], m[13], m[14])
    ears.setOrientation(-m[8], -m[9], -m[10], m[4], m[5], m[6])
    return
  }
  ears.positionX.value = m[12]
  ears.positionY.value = m[13]
  ears.positionZ.value = m[14]
  ears.forwardX.value = -m[8]
  ears.forwardY.value = -m[9]
  ears.forwardZ.value = -m[10]
  ears.upX.value = m[4]
  ears.upY.value = m[5]
  ears.upZ.value = m[6]
}
