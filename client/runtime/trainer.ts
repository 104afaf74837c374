import { publishReport } from '#client/debug/report.ts'
import { comfort } from './comfort.ts'
import { createCueStage } from './cue-stage.ts'
import { createDeeds } from './deeds.ts'
import { createBody } from './device/body.ts'
import type { Device } from './device/body.ts'
import { createScreenDevice } from './device/screen-device.ts'
import { createScreenHands } from './device/screen-hands.ts'
import { createActing } from './interaction/acting.ts'
import { firstOf } from './interaction/first-of.ts'
import { createHandLoop } from './interaction/hand-loop.ts'
import { createMirror } from './interaction/mirror.ts'
import { createOwnTool } from './interaction/own-tool.ts'
import { createPointing } from './interaction/pointing.ts'
import { createLiveParts } from './live-parts.ts'
import { createFloor } from './locomotion/floor.ts'
import { createOthers } from './others.ts'
import { createOverlays } from './overlays.ts'
import { createPersonContext } from './person-context.ts'
import { writable } from './readable.ts'
import { createScenery, openWorld } from './scenery.ts'
import { watchForPauses } from './session/pause-watch.ts'
import { createPresence } from './session/presence.ts'
import { createThings } from './things/things.ts'
import { createTravel } from './travel.ts'
import { createVrDoor } from './vr-door.ts'
import type { VrView } from './vr-view.ts'
import { createWording } from './wording.ts'
import { english, refusalWords } from './words.ts'
import type { Trainee, TraineeOptions } from './trainee.ts'
import type { WordKey } from './words.ts'

/**
 * Puts a trainee into a running session.
 * @throws when the workplace's model cannot be loaded
 */
export async function createTrainee(options: TraineeOptions): Promise<Trainee> {
  const { stage, link, settings, announce, words = english } = options
  const { workplace } = link.edition
  const world = await openWorld(stage, link.edition, options.onProgress ?? (() => {}))
  const body = createBody()
  const floor = createFloor(workplace, comfort.bodyRadiusM)
  const things = createThings(workplace, world)
  const context = createPersonContext(link, things, body, () => vr !== null)
  const scenery = createScenery(stage, link.edition, world, things, link.members)

  const device = writable<Device>('mouse')
  const inVr = writable(false)
  const focused = writable<string | null>(null)
  const pointerLocked = writable(false)
  const vrDoor = createVrDoor(stage)
  let vr: VrView | null = null
  let frames = 0

  const wording = createWording(things, settings, words)
  const mirror = createMirror(things, context, wording, body)
  const { interactables, holding } = mirror
  const tool = createOwnTool(things, context, settings)
  const { mainSide } = tool

  const acting = createActing({
    link,
    things,
    context,
    reachTo: (entity, side) => (vr ? Promise.resolve() : screenHands.reachTo(entity, side)),
    onAnswer(entity, action, answer, reason) {
      const name = wording.name(entity)
      if (reason !== null) say(refusalWords(words, reason, name, others.holderOf(entity)), 'assertive')
      else if (!action.startsWith('squeeze')) announce(words(`done.${action}` as WordKey, { name }), 'polite')
      if (answer.ok) cues.acted(action, entity)
    },
  })
  const overlays = createOverlays({ stage, link, things, panels: () => vr?.panels })
  const cues = createCueStage({ link, things, scenery, overlays, settings, pulse })
  const handLoop = () =>
    createHandLoop({ things, context, acting, surface, assisted: () => screen.aiming.get() })
  const behind = firstOf(
    () => vr?.panels.panel,
    () => live.get()?.canvas,
  )
  const surface = firstOf(
    () => live.get()?.surface,
    () => behind,
  )
  const loops = { left: handLoop(), right: handLoop() }
  const pointing = createPointing(wording)

  function pulse(strength: number, durationMs: number) {
    for (const side of ['left', 'right'] as const) vr?.pulse(side, strength, durationMs)
  }
  function say(text: string, urgency: 'polite' | 'assertive') {
    announce(text, urgency)
    overlays.tell(text)
  }

  const screen = createScreenDevice({
    canvas: stage.canvas,
    camera: stage.camera,
    floor,
    reducedMotion: () => settings.get().reducedMotion,
    onDevice(next) {
      device.set(next)
      // Who points again means what is pointed at, no longer what Tab had reached.
      if (next !== 'keyboard') focused.set(null)
    },
    onLocked: (locked) => pointerLocked.set(locked),
    commands: {
      act: () => deeds.actOnPointed(),
      putDown: () => void deeds.putDown(),
      pullPin: () => void deeds.pullPin(),
      cycle: (direction) => travel.cycle(direction),
      leaveCycle: () => travel.leaveCycle(),
      aim: () =>
        trainee.aimAt(screen.aiming.get() ? null : (focused.get() ?? link.view.get()?.highlight[0] ?? null)),
      ask: (action) => void deeds.ask(action),
      recentre: () => trainee.recentre(),
      toggleMouseLook: () => trainee.lockPointer(),
      squeezes: tool.isReady,
      other: (code) => live.get()?.key(code) ?? false,
    },
  })
  const travel = createTravel({
    screen,
    floor,
    things,
    workplace,
    interactables,
    focused,
    body,
    wording,
    announce,
    vr: () => vr,
    settle: overlays.settlePanel,
  })
  const deeds = createDeeds({
    link,
    acting,
    context,
    tool,
    screen,
    body,
    interactables,
    focused,
    pointed: () => loops[mainSide()].action,
    inVr: () => vr !== null,
    walkTo: travel.walkTo,
    onRefused: (reason) => announce(refusalWords(words, reason, ''), 'assertive'),
  })
  const others = createOthers({ link, environment: world.environment, settings, words, thing: things.object })
  stage.scene.add(others.root)
  const tellPose = createPresence(link, things, others)
  const screenHands = createScreenHands(screen, things)
  const live = createLiveParts({
    stage,
    link,
    settings,
    world,
    things,
    scenery,
    others,
    body,
    pointer: () => body[mainSide()],
    panels: () => vr?.panels,
    announce: say,
    play: cues.play,
    comeTo: (...where) => void travel.comeTo(...where),
    rest: screen.rest,
    embodied: true,
  })

  const stopFrames = stage.onFrame((deltaS, nowMs, frame) => {
    frames += 1
    const side = mainSide()
    if (vr && frame) {
      if (!vr.read(deltaS, frame, body, loops)) return
      travel.arrive()
      if (device.get() !== vr.device) device.set(vr.device)
    } else screen.update(deltaS, body, side)
    for (const each of ['left', 'right'] as const)
      loops[each].update(body[each], deltaS, vr?.buttonOf(each) ?? false)
    if (!vr) screenHands.update(deltaS, body, side, travel.lookPoint(side))
    tellPose(nowMs, body)
    others.play(nowMs)
    const sight = live.get()?.look(deltaS, nowMs) ?? null
    others.draw(deltaS, sight?.eye ?? body.head, sight?.eyeRotation ?? body.headRotation, sight)
    const state = sight?.world ?? link.world.get()
    things.update(deltaS, state, link.me.person, body, others.hand)
    scenery.update(deltaS, state, body)
    live.get()?.update(deltaS, nowMs)
    vr?.draw(body, loops)
    overlays.vignette.setSpeed(settings.get().vignette ? (vr?.speed ?? 0) : 0)
    overlays.update(deltaS, nowMs, body, loops, sight === null)
    cues.update(deltaS, body, sight)
    pointing.update(loops[side], vr === null && sight === null)
    mirror.update(nowMs, link.view.get()?.highlight ?? [])
  })

  const stops = [
    stopFrames,
    vrDoor.stop,
    others.dispose,
    live.dispose,
    link.view.subscribe((view) => {
      overlays.refresh()
      const visible = !(view?.paused && view.mode === 'exam')
      scenery.setVisible(visible)
      others.root.visible = visible
    }),
    link.world.subscribe(pointing.refresh),
    settings.subscribe(overlays.refresh),
    holding.subscribe(overlays.refresh),
    watchForPauses(stage.session, (reason) => {
      loops.left.reset()
      if (link.view.get()?.phase === 'running') void link.act('pause', undefined, { reason })
    }),
    stage.session.subscribe((session) => {
      vr?.dispose()
      vr =
        session &&
        vrDoor.open(stage, session, floor, things, world.environment, settings.get, travel.recentred, {
          stage,
          link,
          things,
          settings,
          words,
          pinIn: tool.pinIn,
          onButton: (id, hand) => void deeds.pressPanel(id, hand.side),
        })
      inVr.set(vr !== null)
      device.set(vr ? vr.device : 'mouse')
      travel.changedDevice()
    }),
  ]

  const trainee: Trainee = {
    interactables,
    pointing: pointing.value,
    crosshair: pointing.crosshair,
    device,
    inVr,
    holding,
    focused,
    pointerLocked,
    focus: travel.focus,
    perform: deeds.perform,
    aimAt: travel.aimAt,
    walkTo: travel.walkTo,
    squeeze: (on) => screen.squeeze(on),
    ask: deeds.ask,
    recentre: travel.recentre,
    goToSafePlace() {
      travel.goTo(workplace.safePlace)
      void link.act('pause', undefined, { reason: 'safe-place' })
    },
    enterVr: vrDoor.enter,
    leaveVr: stage.leaveVr,
    lockPointer() {
      if (pointerLocked.get()) document.exitPointerLock()
      else void stage.canvas.requestPointerLock()
    },
    unlockSound: cues.unlockSound,
    tell: overlays.tell,
    live,
    touch: {
      move: (x, y) => screen.moveStick(x, y),
      act(down) {
        if (tool.isReady()) screen.squeeze(down)
        else if (down) deeds.actOnPointed()
      },
    },
    dispose() {
      for (const stop of stops) stop()
      unpublish()
      vr?.dispose()
      screen.dispose()
      cues.dispose()
      overlays.dispose()
      things.dispose()
      scenery.dispose()
    },
  }
  const unpublish = publishReport({
    link,
    trainee,
    things,
    others,
    body,
    rig: stage.rig,
    overlays,
    panels: () => vr?.panels,
    live,
    loops,
    frames: () => frames,
  })
  const spawn = workplace.spawns.find(({ id }) => id === link.me.spawn) ?? workplace.spawns[0]
  if (spawn) travel.goTo(spawn)
  // Otherwise the first flame, spray or mark would stop the picture while its shader compiles.
  stage.renderer.compile(stage.scene, stage.camera)
  return trainee
}
