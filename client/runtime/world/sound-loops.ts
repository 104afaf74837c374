import type { Vector3Like } from 'three'
import { burst, type Voice } from './sound-voice.ts'

export type Loop = 'fire' | 'alarm' | 'spray-water' | 'spray-co2' | 'spray-abc' | 'room' | 'pump'

/** A continuous instrument: `level` drives its loudness and colour; `grain`, if any, is called about 20 times a second while heard. */
interface Instrument {
  readonly build: (voice: Voice, to: AudioNode) => void
  readonly gain: number
  readonly grain?: (voice: Voice, to: AudioNode, level: number) => void
}

export interface Loops {
  hold(name: Loop, level: number, at?: Vector3Like): void
  dispose(): void
}

const GLIDE_S = 0.06
const GRAIN_MS = 50
const SILENT = 0.001

/** Loops are built at their first use, then only their gain and place change. */
export function createLoops(voice: Voice): Loops {
  const running = new Map<Loop, ReturnType<typeof start>>()
  const timer = setInterval(() => {
    if (voice.context.state !== 'running') return
    for (const loop of running.values()) loop.grain()
  }, GRAIN_MS)
  return {
    hold(name, level, at) {
      let loop = running.get(name)
      if (!loop) {
        if (level <= SILENT) return
        loop = start(voice, name)
        running.set(name, loop)
      }
      loop.set(level, at)
    },
    dispose() {
      clearInterval(timer)
      for (const loop of running.values()) loop.stop()
      running.clear()
    },
  }
}

function start(voice: Voice, name: Loop) {
  const instrument = INSTRUMENTS[name]
  const { context } = voice
  const gain = new GainNode(context, { gain: 0 })
  const panner = new PannerNode(context, {
    panningModel: 'HRTF',
    distanceModel: 'inverse',
    refDistance: 1.2,
    rolloffFactor: 0.8,
  })
  const flat = new GainNode(context)
  gain.connect(panner)
  flat.connect(voice.out)
  panner.connect(voice.out)
  let placed = true
  let level = 0
  instrument.build(voice, gain)
  return {
    set(next: number, at: Vector3Like | undefined) {
      const spatial = at !== undefined && voice.spatial
      if (spatial !== placed) {
        gain.disconnect()
        gain.connect(spatial ? panner : flat)
        placed = spatial
      }
      if (at && spatial) {
        panner.positionX.value = at.x
        panner.positionY.value = at.y
        panner.positionZ.value = at.z
      }
      if (Math.abs(next - level) < 0.004 && (next > SILENT || level === 0)) return
      level = next > SILENT ? Math.min(1, next) : 0
      gain.gain.setTargetAtTime(level * instrument.gain, context.currentTime, GLIDE_S)
    },
    grain() {
      if (level > 0) instrument.grain?.(voice, gain, level)
    },
    stop() {
      gain.disconnect()
      panner.disconnect()
      flat.disconnect()
    },
  }
}

const INSTRUMENTS: Record<Loop, Instrument> = {
  fire: {
    gain: 0.9,
    build(v, to) {
      hiss(v, to, 'lowpass', 240, 0.7, 0.75)
      hiss(v, to, 'bandpass', 900, 0.5, 0.16)
      wobble(v, hiss(v, to, 'lowpass', 520, 0.8, 0.3), 0.7, 0.18)
    },
    grain(v, to, level) {
      if (Math.random() > 0.16 + level * 0.4) return
      burst(v, to, {
        filter: 'bandpass',
        hz: 1400 + Math.random() * 3800,
        q: 4,
        gain: 0.12 + Math.random() * 0.5,
        attackS: 0.001,
        decayS: 0.012 + Math.random() * 0.03,
        delayS: Math.random() * 0.05,
      })
    },
  },
  alarm: { gain: 0.5, build: soundAlarm },
  'spray-water': {
    gain: 0.55,
    build(v, to) {
      hiss(v, to, 'bandpass', 2400, 0.6, 0.6)
      wobble(v, hiss(v, to, 'lowpass', 700, 0.7, 0.4), 5, 0.1)
    },
  },
  'spray-co2': {
    gain: 0.8,
    build(v, to) {
      hiss(v, to, 'highpass', 3200, 0.5, 0.45)
      wobble(v, hiss(v, to, 'bandpass', 420, 0.8, 0.9), 9, 0.2)
      hiss(v, to, 'lowpass', 140, 1, 0.9)
    },
  },
  'spray-abc': {
    gain: 0.75,
    build(v, to) {
      hiss(v, to, 'bandpass', 1500, 0.5, 0.7)
      hiss(v, to, 'highpass', 4500, 0.5, 0.25)
      hiss(v, to, 'lowpass', 260, 0.8, 0.4)
    },
  },
  pump: {
    gain: 0.5,
    build(v, to) {
      hum(v, to, 'sine', 98, 0.3)
      hum(v, to, 'triangle', 147, 0.16)
      hum(v, to, 'sine', 294, 0.1)
      wobble(v, hiss(v, to, 'bandpass', 620, 0.8, 0.22), 3.1, 0.05)
      hiss(v, to, 'lowpass', 240, 0.6, 0.5)
    },
  },
  room: {
    gain: 0.05,
    build(v, to) {
      hiss(v, to, 'lowpass', 180, 0.5, 1)
      hum(v, to, 'sine', 100, 0.05)
    },
  },
}

/** Two-tone sounder, 0.5 s each, rounded off above 2.4 kHz: urgent, not painful. */
function soundAlarm(v: Voice, to: AudioNode): void {
  const { context } = v
  const soft = new BiquadFilterNode(context, { type: 'lowpass', frequency: 2400, Q: 0.5 })
  soft.connect(to)
  const swap = new OscillatorNode(context, { type: 'square', frequency: 1 })
  const depth = new GainNode(context, { gain: 95 })
  swap.connect(depth)
  for (const [wave, hz, gain] of [
    ['triangle', 865, 0.8],
    ['square', 865, 0.16],
  ] as const) {
    const source = new OscillatorNode(context, { type: wave, frequency: hz })
    depth.connect(source.frequency)
    source.connect(new GainNode(context, { gain })).connect(soft)
    source.start()
  }
  swap.start()
}

function hiss(
  v: Voice,
  to: AudioNode,
  type: BiquadFilterType,
  hz: number,
  q: number,
  gain: number,
): GainNode {
  const source = new AudioBufferSourceNode(v.context, { buffer: v.noise, loop: true })
  const level = new GainNode(v.context, { gain })
  source
    .connect(new BiquadFilterNode(v.context, { type, frequency: hz, Q: q }))
    .connect(level)
    .connect(to)
  source.start(0, Math.random() * 2)
  return level
}

function hum(v: Voice, to: AudioNode, type: OscillatorType, hz: number, gain: number): void {
  const source = new OscillatorNode(v.context, { type, frequency: hz })
  source.connect(new GainNode(v.context, { gain })).connect(to)
  source.start()
}

function wobble(v: Voice, target: GainNode, hz: number, depth: number): void {
  const source = new OscillatorNode(v.context, { frequency: hz })
  source.connect(new GainNode(v.context, { gain: depth })).connect(target.gain)
  source.start()
}
