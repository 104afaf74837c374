import type { Vector3Like } from 'three'

/** The open audio graph that instruments write to. */
export interface Voice {
  readonly context: AudioContext
  readonly out: GainNode
  /** Two seconds of white noise, the raw stuff of fire, spray and thuds. */
  readonly noise: AudioBuffer
  spatial: boolean
}

/** Plays one sound into a node. */
export type Play = (voice: Voice, to: AudioNode) => void

const NOISE_S = 2

export function createNoise(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate * NOISE_S, context.sampleRate)
  const data = buffer.getChannelData(0)
  for (let i = 0; i < data.length; i++) data[i] = Math.random() * 2 - 1
  return buffer
}

/** Where a sound comes from: a panner at that place, or the middle of the head when no place is given. */
export function placeAt(voice: Voice, at: Vector3Like | undefined): GainNode | PannerNode {
  const { context } = voice
  if (!at || !voice.spatial) {
    const flat = new GainNode(context, { gain: at ? 0.8 : 1 })
    flat.connect(voice.out)
    return flat
  }
  const panner = new PannerNode(context, {
    panningModel: 'HRTF',
    distanceModel: 'inverse',
    refDistance: 1.2,
    rolloffFactor: 0.9,
    positionX: at.x,
    positionY: at.y,
    positionZ: at.z,
  })
  panner.connect(voice.out)
  return panner
}

export interface NoiseBurst {
  readonly filter: BiquadFilterType
  readonly hz: number
  /** Filter frequency at the end; the same when left out. */
  readonly toHz?: number
  readonly q?: number
  readonly gain: number
  readonly attackS?: number
  readonly decayS: number
  readonly delayS?: number
}

export function burst(voice: Voice, to: AudioNode, o: NoiseBurst): void {
  const { context } = voice
  const start = context.currentTime + (o.delayS ?? 0)
  const source = new AudioBufferSourceNode(context, { buffer: voice.noise, loop: true })
  const filter = new BiquadFilterNode(context, { type: o.filter, frequency: o.hz, Q: o.q ?? 0.8 })
  filter.frequency.setValueAtTime(o.hz, start)
  filter.frequency.exponentialRampToValueAtTime(o.toHz ?? o.hz, start + o.decayS)
  source
    .connect(filter)
    .connect(envelope(context, start, o.gain, o.attackS ?? 0.003, o.decayS))
    .connect(to)
  source.start(start, Math.random() * NOISE_S)
  source.stop(start + o.decayS + 0.1)
}

export interface Tone {
  readonly wave?: OscillatorType
  readonly hz: number
  readonly toHz?: number
  readonly gain: number
  readonly attackS?: number
  readonly decayS: number
  readonly delayS?: number
}

export function tone(voice: Voice, to: AudioNode, o: Tone): void {
  const { context } = voice
  const start = context.currentTime + (o.delayS ?? 0)
  const source = new OscillatorNode(context, { type: o.wave ?? 'sine', frequency: o.hz })
  source.frequency.setValueAtTime(o.hz, start)
  source.frequency.exponentialRampToValueAtTime(o.toHz ?? o.hz, start + o.decayS)
  source.connect(envelope(context, start, o.gain, o.attackS ?? 0.004, o.decayS)).connect(to)
  source.start(start)
  source.stop(start + o.decayS + 0.1)
}

function envelope(
  context: BaseAudioContext,
  start: number,
  gain: number,
  attackS: number,
  decayS: number,
): GainNode {
  const node = new GainNode(context, { gain: 0 })
  node.gain.setValueAtTime(0.0001, start)
  node.gain.exponentialRampToValueAtTime(gain, start + attackS)
  node.gain.exponentialRampToValueAtTime(0.0001, start + attackS + decayS)
  return node
}
