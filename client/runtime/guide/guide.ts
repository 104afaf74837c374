import { Group } from 'three'
import { pick } from '#client/i18n/text.ts'
import type { EyesPort } from '#client/leading/eyes-port.ts'
import type { PersonMark } from '../avatars/mark-of.ts'
import { markOf } from '../avatars/mark-of.ts'
import type { Hand, Side } from '../device/body.ts'
import { createSurfaceProbe } from '../drawing/surface-probe.ts'
import { watchHoldings } from '../holdings.ts'
import type { LiveSceneOptions } from '../live-scene.ts'
import type { LiveWords } from '../live-words.ts'
import type { Sight } from '../others.ts'
import type { PlayedPose } from '../motion/played-pose.ts'
import type { Readable } from '../readable.ts'
import { createGaze } from './gaze.ts'
import { createGhosts } from './ghosts.ts'
import { guideKeys } from './guide-keys.ts'
import { createMarking } from './marking.ts'
import { createPointers } from './pointers.ts'
import { createSigns } from './signs.ts'
import { besideOf, ghostOf, guideOf } from './whom.ts'

type Borrowed =
  | 'link'
  | 'settings'
  | 'world'
  | 'things'
  | 'others'
  | 'body'
  | 'pointer'
  | 'panels'
  | 'announce'
  | 'play'

export interface GuideOptions extends Pick<LiveSceneOptions, Borrowed> {
  words: Readable<LiveWords>
  eyes: Pick<EyesPort, 'way' | 'of'>
}

type Ray = Pick<Hand, 'rayOrigin' | 'rayDirection' | 'side'>

/** What shows somebody where to look, where to come and how to move. */
export interface Guide {
  readonly root: Group
  /** False where there is nothing to point at. Without a hand: where the crosshair is, or the main hand points. */
  mark(what: 'ping' | 'look-here', hand?: Ray): boolean
  /** How far off what a hand points at is; Infinity for nothing. */
  aim(hand: Ray): number
  /** In words, also of who only watches. */
  nameOf(person: string): string
  /** Asks to look there, or no longer. */
  toggleLookHere(): boolean
  key(code: string): boolean
  /** Once a frame, when people and things are where they are drawn. */
  update(deltaS: number, nowMs: number, sight: Sight | null): void
  report(): Record<string, unknown>
  dispose(): void
}

export function createGuide(options: GuideOptions): Guide {
  const { link, settings, world, things, others, body, words, announce, eyes } = options
  const { person: me } = link.me
  const probe = createSurfaceProbe(world.root, things)
  const gaze = createGaze(probe)
  const pointers = createPointers(probe)
  const ghosts = createGhosts({ link, things, body, inVr: () => options.panels() !== undefined })
  const held = watchHoldings(link.world)
  const marks: PersonMark[] = []
  const thingName = (id: string) => pick(things.document(id)?.name ?? {}, settings.get().language)
  const signs = createSigns({
    ...options,
    text: () => words.get().g,
    markFor,
    thingName,
    nameFor: nameOf,
  })
  const marking = createMarking({
    ...options,
    probe,
    act: link.liveAct,
    onRefused({ reason }) {
      const { l } = words.get()
      announce(l('refused', { reason: l(`refused.${reason}`) }), 'assertive')
    },
  })
  const root = new Group()
  root.add(gaze.root, pointers.root, ghosts.root, signs.root)
  const marked = { left: false, right: false }
  let preparing = true
  let guide: string | null = null
  let ghost: string | null = null
  let beside: string | null = null

  function nameOf(person: string) {
    const { people, asking } = link.members.get()
    return people[person]?.name || asking[person] || words.get().g('name.unknown')
  }
  function markFor(person: string): PersonMark {
    const slot = link.members.get().people[person]?.slot ?? 0
    return (marks[slot] ??= markOf(slot))
  }
  function choose() {
    const live = link.live.get()
    const [way, of] = [eyes.way.get(), eyes.of.get()]
    const next = guideOf(live, me, way, of)
    if (next !== guide && next !== null) sayWhereLookIs(next)
    guide = next
    ghost = ghostOf(live, me, way, of)
    beside = besideOf(live, me, way, of)
    if (ghost !== null) ghosts.write(words.get().g('ghost.tag', { name: nameOf(ghost) }), markFor(ghost))
  }
  /** Said once: a head that is turned somewhere is not yet a look. */
  function sayWhereLookIs(person: string) {
    const tracked = others.pose(person)?.eyes === true
    announce(words.get().g(tracked ? 'gaze.eyes' : 'gaze.head', { name: nameOf(person) }), 'polite')
  }
  /** As they are shown: in the past, too. */
  function poseOf(person: string | null, sight: Sight | null): PlayedPose | null {
    if (person === null) return null
    if (!sight) return others.pose(person)
    for (const each of sight.people) if (each.person === person) return each.pose
    return null
  }
  function mark(what: 'ping' | 'look-here', hand: Ray = options.pointer()) {
    const met = marking.mark(what, hand)
    if (!met) announce(words.get().g('ping.nothing'), 'polite')
    return met
  }
  function pingByHand(hand: Hand) {
    if (hand.present && hand.marks && !marked[hand.side]) mark('ping', hand)
    marked[hand.side] = hand.marks
  }
  function toggleLookHere() {
    if (!link.live.get().lookHere) return mark('look-here')
    marking.stopLookHere()
    return true
  }

  const gazeLook = {
    pose: null as PlayedPose | null,
    eye: body.head,
    eyeRotation: body.headRotation,
    colour: '',
    line: false,
  }
  const pointersLook = {
    pose: null as PlayedPose | null,
    holds: (side: Side) => held(guide ?? '', side) !== undefined,
    eye: body.head,
    colour: '',
  }
  const ghostsLook = {
    person: null as string | null,
    pose: null as PlayedPose | null,
    inPlace: false,
    colour: '',
    eye: body.head,
    eyeRotation: body.headRotation,
  }
  const signsLook = { eye: body.head, eyeRotation: body.headRotation, still: false }

  function rename() {
    choose()
    signs.rewrite()
  }

  choose()
  const stops = [
    link.live.subscribe(choose),
    eyes.way.subscribe(choose),
    eyes.of.subscribe(choose),
    link.members.subscribe(rename),
    words.subscribe(rename),
  ]
  return {
    root,
    mark,
    aim: marking.aim,
    nameOf,
    toggleLookHere,
    key(code) {
      if (code === guideKeys.ping) mark('ping')
      else if (code === guideKeys.lookHere) toggleLookHere()
      else return false
      return true
    },
    update(deltaS, nowMs, sight) {
      preparing &&= probe.prepare()
      pingByHand(body.left)
      pingByHand(body.right)
      const eye = sight?.eye ?? body.head
      const eyeRotation = sight?.eyeRotation ?? body.headRotation
      const through = sight?.through ?? ''
      const pose = poseOf(guide, sight)
      const colour = guide === null ? '' : markFor(guide).colour
      const unshared = guide !== null && link.live.get().unshared.includes(guide)
      gazeLook.eye = pointersLook.eye = ghostsLook.eye = signsLook.eye = eye
      gazeLook.eyeRotation = ghostsLook.eyeRotation = signsLook.eyeRotation = eyeRotation
      // Through their eyes the look is the middle of the picture.
      gazeLook.pose = unshared || guide === through ? null : pose
      pointersLook.pose = pose
      gazeLook.colour = pointersLook.colour = colour
      gazeLook.line = beside !== null && beside === guide
      gaze.update(deltaS, nowMs, gazeLook)
      pointers.update(deltaS, nowMs, pointersLook)
      const shownHands = through === '' ? (ghost ?? beside) : null
      ghostsLook.person = shownHands
      ghostsLook.pose = poseOf(shownHands, sight)
      ghostsLook.inPlace = shownHands !== null && shownHands === beside
      ghostsLook.colour = shownHands === null ? '' : markFor(shownHands).colour
      ghosts.update(deltaS, nowMs, ghostsLook)
      signsLook.still = settings.get().reducedMotion
      signs.update(deltaS, nowMs, signsLook)
    },
    report: () => ({
      guide,
      gaze: { opacity: gaze.opacity, on: gaze.on, point: gaze.point.toArray() },
      pointing: pointers.at,
      ghosts: { of: ghost, shown: ghosts.shown, by: ghosts.by, wrist: [...ghosts.wrist] },
      ...signs.report(),
    }),
    dispose() {
      for (const stop of stops) stop()
      root.removeFromParent()
      for (const part of [gaze, pointers, ghosts, signs]) part.dispose()
    },
  }
}
