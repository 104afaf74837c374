import { Group, PerspectiveCamera, Scene } from 'three'
import type { Vector3 } from 'three'
import { vi } from 'vitest'
import type { MembersClient } from '#client/net/members.ts'
import type { LinkStatus } from '#client/net/session-link.ts'
import { createLive } from '#client/net/live.ts'
import { createPoseEncoder } from '#shared/poses/pose-encoder.ts'
import type { PoseSample } from '#shared/poses/pose-sample.ts'
import type { LiveAct } from '#shared/live/acts.ts'
import { createBody } from '../device/body.ts'
import { createPlayback } from '../motion/playback.ts'
import { writable } from '../readable.ts'
import { createEyes } from './eyes.ts'
import type { EyesOptions } from './eyes.ts'

/** A page of which nothing is seen: enough of it for listeners and panels. */
export function standInForPage(): void {
  const listens = { addEventListener() {}, removeEventListener() {} }
  const pen: unknown = new Proxy(() => pen, {
    get: (_, name) => (name === 'measureText' ? () => ({ width: 100 }) : pen),
    set: () => true,
    apply: () => pen,
  })
  const element = () => ({ ...listens, style: {}, width: 0, height: 0, getContext: () => pen })
  vi.stubGlobal('window', listens)
  vi.stubGlobal('document', { ...listens, createElement: element, activeElement: null })
  vi.stubGlobal('devicePixelRatio', 1)
  vi.stubGlobal('Path2D', Object)
}

const member = (slot: number) => ({
  name: `p${slot}`,
  kind: 'participant' as const,
  role: '',
  slot,
  connected: true,
  away: false,
  bot: false,
  muted: false,
  number: 1,
  reaching: '',
  offering: '',
})
const seats = (slots: Readonly<Record<string, number>>): MembersClient => ({
  people: Object.fromEntries(Object.entries(slots).map(([person, slot]) => [person, member(slot)])),
  spectators: 0,
  locked: false,
  asking: {},
})
const slots = { me: 1, ana: 2, bo: 3 } as const

/** A follower in a room of nine metres with two others, whose poses come over a line that the test holds. */
export function followerInHand({ inVr = false, embodied = true } = {}) {
  let now = 0
  const members = writable(seats(slots))
  const world = writable({ tick: 0, phase: 'running', mode: 'guided', entities: {}, signals: {} })
  const { drawn: _, ...mirror } = createLive()
  const encoder = createPoseEncoder()
  let listener: (bytes: Uint8Array) => void = () => {}
  const onWay: { atMs: number; bytes: Uint8Array }[] = []
  const told: LiveAct[] = []
  const area = { min: [-4.5, 0, -4.5], max: [4.5, 0, 4.5] }
  const link = {
    me: { person: 'me', kind: 'participant' as const, moderates: false, role: '', spawn: '' },
    edition: { workplace: { walkable: [area], obstacles: [] } },
    status: writable<LinkStatus>('online'),
    members,
    world,
    ...mirror,
    onPoses(next: typeof listener) {
      listener = next
      return () => {}
    },
    requestClock: async (t0: number) => ({ t0, session: now + 1000 }),
    liveAct: async (act: LiveAct) => ({ ok: told.push(act) > 0 }),
  }
  const playback = createPlayback({ link, nowMs: () => now })
  listener(encoder.key(0))
  const scene = new Scene()
  const rig = new Group()
  const camera = new PerspectiveCamera(70, 16 / 9)
  rig.add(camera)
  scene.add(rig)
  const others = {
    root: new Group(),
    get people() {
      return playback.people
    },
    castInto: () => null,
    sessionMs: () => (playback.clock.fixed ? playback.clock.at(now) : 0),
  }
  scene.add(others.root)
  const pictures: { eye: Vector3 }[] = []
  const renderer = {
    autoClear: true,
    shadowMap: { autoUpdate: true },
    xr: { enabled: inVr },
    info: { autoReset: true, render: { calls: 1 } },
    getRenderTarget: () => null,
    getActiveCubeFace: () => 0,
    getActiveMipmapLevel: () => 0,
    setRenderTarget() {},
    render: (_scene: unknown, { position }: PerspectiveCamera) => pictures.push({ eye: position.clone() }),
  }
  const body = createBody()
  const came: [x: number, z: number, yaw: number][] = []
  const rests: boolean[] = []
  const gone: string[] = []
  const box = { left: 0, top: 0, width: 800, height: 450 }
  const canvas = {
    addEventListener() {},
    removeEventListener() {},
    style: {},
    clientWidth: box.width,
    clientHeight: box.height,
    getBoundingClientRect: () => box,
  }
  const panel = { root: new Group() }
  panel.root.position.set(0, 1.6, -1.3)
  const device = { panels: inVr ? { panel } : undefined }
  const settings = writable({ reducedMotion: false, language: 'en' })
  const eyes = createEyes({
    stage: { scene, camera, canvas, renderer, rig },
    link,
    settings,
    others,
    body,
    embodied,
    things: { movable: [], object: () => undefined, spotOf() {} },
    scenery: { show() {} },
    panels: () => device.panels,
    rest: (on: boolean) => rests.push(on),
    comeTo: (_name: string, x: number, z: number, yaw: number) => came.push([x, z, yaw]),
    tellFar: (person: string) => gone.push(person),
  } as unknown as EyesOptions)

  return {
    eyes,
    body,
    rig,
    camera,
    scene,
    device,
    settings,
    members,
    world,
    live: mirror.live,
    told,
    came,
    rests,
    gone,
    pictures,
    seats,
    now: () => now,
    sessionMs: others.sessionMs,
    played: (person: string) => playback.people.find((each) => each.person === person) ?? null,
    /** A sample of somebody, on its way for so long; what is sent later comes later. */
    send(person: keyof typeof slots, sample: Omit<PoseSample, 'timeMs'>, wayMs: number) {
      encoder.put(slots[person], { ...sample, timeMs: now + 1000 })
      const bytes = encoder.frame([slots[person]], now + 1000)
      if (bytes) onWay.push({ atMs: Math.max(now + wayMs, onWay.at(-1)?.atMs ?? 0), bytes: bytes.slice() })
    },
    /** One frame, drawn `deltaMs` after the one before. */
    async frame(deltaMs: number) {
      now += deltaMs
      for (let next = onWay[0]; next && next.atMs <= now; next = onWay[0]) {
        listener(next.bytes)
        onWay.shift()
      }
      playback.step(now)
      await Promise.resolve()
      await Promise.resolve()
      const sight = eyes.look(deltaMs / 1000, now)
      eyes.update(now)
      return sight
    },
  }
}
