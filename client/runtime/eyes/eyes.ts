import { Quaternion, Vector3 } from 'three'
import type { EyesPort, Thumbnails } from '#client/leading/eyes-port.ts'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import { comfort } from '../comfort.ts'
import { firstOf } from '../interaction/first-of.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import type { LiveSceneOptions } from '../live-scene.ts'
import { createFloor } from '../locomotion/floor.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import { onlyOwnSight } from '../own-sight.ts'
import type { Sight } from '../others.ts'
import { writable } from '../readable.ts'
import type { Readable } from '../readable.ts'
import { aimOf, createAim } from './aim.ts'
import { createBorrowedEye } from './borrowed-eye.ts'
import { createCatchUp } from './catch-up.ts'
import { createDrift } from './drift.ts'
import { listenToDrift } from './drift-input.ts'
import { createHistory, kept } from './history.ts'
import { createLens } from './lens.ts'
import { createOwnFigure } from './own-figure.ts'
import { WINDOW_FOV } from './portal.ts'
import { cameraReport, headReport } from './report.ts'
import type { EyesReport } from './report.ts'
import { createRewind } from './rewind.ts'
import { createSteady } from './steady.ts'
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
  update(deltaS: number, nowMs: number): void
  report(): EyesReport
  dispose(): void
}

const BACK_MS = 10_000
/** Of the half metre, by a headset's stick. */
const NUDGE_PER_S = 1.6

export function createEyes(options: LiveSceneOptions): Eyes {
  const { stage, link, settings, others, body, embodied } = options
  const { camera, canvas, scene } = stage
  onlyOwnSight(others.root)
  const watching = createWatching(embodied)
  const { of } = watching
  const drift = createDrift()
  const drifted = writable(false)
  const history = createHistory()
  const rewind = createRewind()
  const floor = createFloor(link.edition.workplace, comfort.bodyRadiusM)
  const eye = createBorrowedEye({ camera, floor, drift, rest: options.rest })
  const input = listenToDrift(canvas, drift)
  const lens = createLens(options)
  const window = createWindow({ scene, canvas, lens, body, onButton: press })
  const thumbnails = createThumbnails(lens, stage.renderer)
  const catchUp = createCatchUp({ scene, floor, body, comeTo: options.comeTo })
  const tell = createWatchingTeller(link.liveAct)
  const own = createOwnFigure()
  const withMe: PlayedPerson[] = []
  const aim = createAim()
  const steady = createSteady()
  const surface = firstOf(
    () => window.surface,
    () => catchUp.surface,
  )

  /** What is seen through the window, and what the flat screen's eye sees. */
  const through = emptySight(link.world.get())
  const main = emptySight(link.world.get())
  main.eye = camera.position
  main.eyeRotation = camera.quaternion
  const strip = { name: '', behindS: 0, still: false, drifted: false }
  const before = { of: null as string | null, way: 'free', past: false }
  let sessionMs = 0
  let shows = false
  const situation: { -readonly [Key in keyof Situation]: Situation[Key] } = {
    live: link.live.get(),
    me: '',
    inVr: false,
    pastInWindow: false,
    isSeen: (person) =>
      find(others.people, person) !== null ||
      (person === of.get() && Object.hasOwn(link.members.get().people, person)),
  }

  function everybody(): readonly PlayedPerson[] {
    if (!embodied || !Object.hasOwn(link.members.get().people, link.me.person)) return others.people
    withMe.length = 0
    for (const each of others.people) withMe.push(each)
    own.update(body, link.me.person, sessionMs)
    withMe.push(own.played)
    return withMe
  }

  /** Keeps the present, and answers the session time to show; null: now. */
  function remember(people: readonly PlayedPerson[]): number | null {
    const isWanted = !embodied || link.live.get().leader !== null || watching.chosen !== 'free'
    if (sessionMs === 0 || !isWanted) return null
    history.record(sessionMs, people, link.world.get())
    const pastMs = rewind.step(sessionMs, Math.max(history.oldestMs, sessionMs - kept.ms))
    if (pastMs !== null) history.look(pastMs)
    return pastMs
  }

  function settle(past: boolean) {
    situation.live = link.live.get()
    situation.me = link.me.person
    situation.inVr = options.panels() !== undefined
    situation.pastInWindow = embodied && past
    watching.settle(situation)
  }

  function see(sight: Changeable, people: readonly PlayedPerson[], past: boolean) {
    sight.people = past ? history.people : people
    sight.world = (past ? history.world : null) ?? link.world.get()
  }

  function stepAside(deltaS: number) {
    const { stick } = window
    if (stick.x !== 0 || stick.y !== 0)
      drift.nudge(stick.x * NUDGE_PER_S * deltaS, -stick.y * NUDGE_PER_S * deltaS)
    input.update(eye.taken, deltaS)
    drift.update(deltaS, settings.get().reducedMotion)
    drifted.set(drift.away)
  }

  function aimWindow(watched: PlayedPerson | null, cut: boolean, deltaS: number) {
    shows = watched !== null || (shows && of.get() !== null)
    if (!watched) return
    steady.follow(aimOf(watched.pose.head, aim), cut || watched.pose.discontinuity, deltaS)
    through.eye.copy(steady.position)
    through.eyeRotation.copy(steady.rotation)
    through.through = watched.person
    drift.apply(steady.yaw, through.eye, through.eyeRotation)
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
      const people = everybody()
      const past = remember(people) !== null
      const scenePast = past && !embodied
      settle(past)
      stepAside(deltaS)
      const way = watching.chosen
      const person = of.get()
      const cut = before.of !== person || before.way !== way || before.past !== past
      before.of = person
      before.way = way
      before.past = past
      see(main, people, scenePast)
      const watched = find(main.people, person)
      eye.look(situation.inVr || person === null ? null : way, watched, cut || isLeap(watched), deltaS)
      main.through = eye.taken && way === 'eyes' ? (person ?? '') : ''
      catchUp.update(situation.inVr && way === 'beside' ? watched : null, nowMs)
      see(through, people, past)
      const hasWindow = person !== null && (way === 'window' || (embodied && past))
      if (hasWindow) aimWindow(find(through.people, person), cut, deltaS)
      shows &&= hasWindow
      tell(past ? 'rewind' : way, person, nowMs)
      return eye.taken || scenePast ? main : null
    },
    update(_deltaS, nowMs) {
      thumbnails.update(main.people, main.world, nowMs)
      // An exam that pauses is not to be studied meanwhile.
      if (!shows || !others.root.visible) return window.hide()
      strip.name = link.members.get().people[through.through]?.name ?? ''
      strip.behindS = Math.round(rewind.behindMs.get() / 1000)
      strip.still = rewind.speed.get() === 0
      strip.drifted = drifted.get()
      const panel = options.panels()?.panel.root.position ?? null
      window.show(through, strip, situation.inVr, panel, nowMs)
    },
    report() {
      const watched = find(main.people, of.get())
      const camera3 = eye.taken
        ? cameraReport(camera.position, camera.quaternion, camera.fov)
        : shows
          ? cameraReport(through.eye, through.eyeRotation, WINDOW_FOV)
          : null
      return {
        way: watching.way.get(),
        of: of.get(),
        camera: camera3,
        head: headReport(watched),
        poseAtMs: watched?.atMs ?? 0,
        nowMs: sessionMs,
        ageMs: watched ? sessionMs - watched.atMs : 0,
        behindMs: rewind.behindMs.get(),
        speed: rewind.speed.get(),
        keptMs: rewind.keptMs.get(),
        drifted: drifted.get(),
        far: catchUp.far.get(),
        portal: window.report(),
        thumbnails: thumbnails.pictures,
      }
    },
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

type Changeable = { -readonly [Key in keyof Sight]: Sight[Key] }

const emptySight = (world: PublicWorldClient): Changeable => ({
  eye: new Vector3(),
  eyeRotation: new Quaternion(),
  people: [],
  through: '',
  world,
})

const isLeap = (watched: PlayedPerson | null) => watched?.pose.discontinuity ?? false

function find(people: readonly PlayedPerson[], person: string | null): PlayedPerson | null {
  for (const each of people) if (each.person === person) return each
  return null
}
