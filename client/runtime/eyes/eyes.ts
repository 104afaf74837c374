import type { EyesPort, Thumbnails } from '#client/leading/eyes-port.ts'
import { comfort } from '../comfort.ts'
import { firstOf } from '../interaction/first-of.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import type { LiveSceneOptions } from '../live-scene.ts'
import { createFloor } from '../locomotion/floor.ts'
import { onlyOwnSight } from '../own-sight.ts'
import type { Sight } from '../others.ts'
import { writable } from '../readable.ts'
import type { Readable } from '../readable.ts'
import { createBorrowedEye } from './borrowed-eye.ts'
import { createCatchUp } from './catch-up.ts'
import { createDrift } from './drift.ts'
import { listenToDrift } from './drift-input.ts'
import { createEverybody, findPerson } from './everybody.ts'
import { createHalfMinute } from './half-minute.ts'
import { createLens } from './lens.ts'
import { describeEyes } from './report.ts'
import type { EyesReport } from './report.ts'
import { createWindowSight, emptySight } from './sights.ts'
import { createWatchingTeller } from './tell-watching.ts'
import { createThumbnails } from './thumbnails.ts'
import { createWatching } from './watching.ts'
import type { Situation } from './watching.ts'
import { createWindow } from './window.ts'
import type { StripButton } from './window-strip.ts'

/** Ways of watching somebody. Whatever they do, a headset's wearer is moved by nothing but their own input. */
export interface Eyes extends EyesPort {
  readonly thumbnails: Thumbnails
  readonly surface: Surface
  /** In a headset, beside somebody: they have gone, and one may catch up. */
  readonly far: Readable<boolean>
  /** There, by one's own wish. */
  catchUp(): void
  /** The headset's window comes beside the present view. */
  comeAlong(): void
  /** Radians to the left and up, while one is aside or looks through somebody's eyes. */
  lookAround(yaw: number, pitch: number): void
  key(code: string): boolean
  /** First in a frame, when everybody is where they are now: what is seen instead of one's own sight of now. */
  look(deltaS: number, nowMs: number): Sight | null
  /** Last in a frame, when everything is where it is drawn. */
  update(nowMs: number): void
  report(): EyesReport
  dispose(): void
}

const BACK_MS = 10_000
/** Of the half metre, by a headset's stick. */
const NUDGE_PER_S = 1.6

export interface EyesOptions extends LiveSceneOptions {
  /** Whom one stood beside in a headset has gone somewhere else. */
  tellFar(person: string): void
}

export function createEyes(options: EyesOptions): Eyes {
  const { stage, link, settings, others, body, embodied } = options
  const { camera, canvas, scene } = stage
  onlyOwnSight(others.root)
  const watching = createWatching(embodied)
  const { of } = watching
  const drift = createDrift()
  const drifted = writable(false)
  const everybody = createEverybody(link, others, body, embodied)
  const halfMinute = createHalfMinute()
  const { rewind } = halfMinute
  const floor = createFloor(link.edition.workplace, comfort.bodyRadiusM)
  const eye = createBorrowedEye({ camera, floor, drift, rest: options.rest })
  const input = listenToDrift(canvas, drift)
  const lens = createLens(options)
  const window = createWindow({ scene, canvas, lens, body, onButton: press })
  const view = createWindowSight(link.world.get(), drift)
  const thumbnails = createThumbnails(lens, stage.renderer)
  const catchUp = createCatchUp({ ...options, scene, floor })
  const tell = createWatchingTeller(link.liveAct)
  const surface = firstOf(
    () => window.surface,
    () => catchUp.surface,
  )

  /** What the flat screen's eye sees. */
  const main = emptySight(link.world.get(), camera.position, camera.quaternion)
  const strip = { name: '', behindS: 0, still: false, drifted: false }
  const before = { of: null as string | null, way: 'free', past: false }
  let sessionMs = 0
  const situation: { -readonly [Key in keyof Situation]: Situation[Key] } = {
    live: link.live.get(),
    me: '',
    inVr: false,
    pastInWindow: false,
    isSeen: (person) =>
      findPerson(others.people, person) !== null ||
      (person === of.get() && Object.hasOwn(link.members.get().people, person)),
  }

  /** The half minute is kept for whoever may want it back. */
  const isKept = () =>
    sessionMs > 0 && (!embodied || link.live.get().leader !== null || watching.chosen !== 'free')

  function settle(past: boolean) {
    situation.live = link.live.get()
    situation.me = link.me.person
    situation.inVr = options.panels() !== undefined
    situation.pastInWindow = embodied && past
    watching.settle(situation)
  }

  /** True when whom, how or when one sees is not what it was in the frame before. */
  function isCut(past: boolean): boolean {
    const cut = before.of !== of.get() || before.way !== watching.chosen || before.past !== past
    before.of = of.get()
    before.way = watching.chosen
    before.past = past
    return cut
  }

  function stepAside(deltaS: number) {
    const { x, y } = window.stick
    if (x !== 0 || y !== 0) drift.nudge(x * NUDGE_PER_S * deltaS, -y * NUDGE_PER_S * deltaS)
    input.update(eye.taken, deltaS)
    drift.update(deltaS, settings.get().reducedMotion)
    drifted.set(drift.away)
  }

  function press(button: StripButton) {
    if (button === 'back') rewind.to(Math.min(rewind.keptMs.get(), rewind.behindMs.get() + BACK_MS))
    else if (button === 'still') rewind.play(0)
    else if (button === 'play') rewind.play(1)
    else if (button === 'live') rewind.live()
    else if (button === 'centre') drift.snapBack()
    else eyes.choose('free')
  }

  const stops = [settings.subscribe(lens.relabel)]
  const eyes: Eyes = {
    way: watching.way,
    of,
    offered: watching.offered,
    drifted,
    rewind,
    thumbnails,
    surface,
    far: catchUp.far,
    choose(way, person) {
      drift.snapBack()
      if (way === 'rewind') rewind.to(BACK_MS)
      if (way === 'free') rewind.live()
      watching.choose(way, person)
      settle(rewind.behindMs.get() > 0)
      // At once, so that whoever moves the camera next moves their own.
      if (way !== 'eyes' && way !== 'beside') eye.giveBack()
    },
    drift: drift.aside,
    snapBack: drift.snapBack,
    lookAround: drift.look,
    showIn: window.showIn,
    catchUp: catchUp.go,
    comeAlong: window.comeAlong,
    key(code) {
      if (code === 'Home' && drift.away) drift.snapBack()
      else if (code === 'Escape' && eye.taken) eyes.choose('free')
      else return false
      return true
    },
    look(deltaS, nowMs) {
      sessionMs = others.sessionMs(nowMs)
      const people = everybody(sessionMs)
      const world = link.world.get()
      const past = isKept() && halfMinute.step(sessionMs, people, world)
      settle(past)
      stepAside(deltaS)
      const way = watching.chosen
      const person = of.get()
      const cut = isCut(past)
      halfMinute.show(main, past && !embodied, people, world)
      const watched = findPerson(main.people, person)
      const leaps = cut || watched?.pose.discontinuity === true
      eye.look(situation.inVr || person === null ? null : way, watched, leaps, deltaS)
      main.through = eye.taken && way === 'eyes' ? (person ?? '') : ''
      catchUp.update(situation.inVr && way === 'beside' ? watched : null, nowMs)
      halfMinute.show(view.sight, past, people, world)
      if (person !== null && (way === 'window' || (embodied && past)))
        view.follow(findPerson(view.sight.people, person), cut, deltaS)
      else view.end()
      tell(past ? 'rewind' : way, person, nowMs)
      return eye.taken || (past && !embodied) ? main : null
    },
    update(nowMs) {
      thumbnails.update(main.people, main.world, nowMs)
      // An exam that pauses is not to be studied meanwhile.
      if (!view.shows || !others.root.visible) return window.hide()
      strip.name = link.members.get().people[view.sight.through]?.name ?? ''
      strip.behindS = Math.round(rewind.behindMs.get() / 1000)
      strip.still = rewind.speed.get() === 0
      strip.drifted = drifted.get()
      const panel = options.panels()?.panel.root.position ?? null
      window.show(view.sight, strip, situation.inVr, panel, nowMs)
    },
    report: () => ({
      ...describeEyes({ eyes, body, camera, taken: eye.taken, view, main, nowMs: sessionMs }),
      portal: window.report(),
      thumbnails: thumbnails.pictures,
    }),
    dispose() {
      for (const stop of stops) stop()
      eye.giveBack()
      input.dispose()
      catchUp.dispose()
      window.dispose()
      thumbnails.dispose()
      lens.dispose()
    },
  }
  return eyes
}
