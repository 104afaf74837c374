import { Group, Matrix4, Vector3 } from 'three'
import type { Object3D, Quaternion } from 'three'
import type { GuideText } from '#client/i18n/guide.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import type { Anchor, PointMm } from '#shared/live/acts.ts'
import type { PersonMark } from '../avatars/mark-of.ts'
import { frameOf, fromFrame } from '../drawing/anchor-frame.ts'
import { createPointerArrow } from '../panels/pointer-arrow.ts'
import type { Things } from '../things/things.ts'
import type { OneShot } from '../world/sound.ts'
import { createLookHereSign } from './look-here.ts'
import { createPings } from './pings.ts'
import { createSummonsMark } from './summons-mark.ts'

export interface SignsOptions {
  link: Pick<SessionLink, 'me' | 'live' | 'onCue'>
  things: Pick<Things, 'object'>
  text(): GuideText
  markFor(person: string): PersonMark
  nameFor(person: string): string
  thingName(entity: string): string
  announce(text: string, urgency: 'polite' | 'assertive'): void
  play(sound: OneShot, at?: Vector3): void
}

/** Places that people point out: pings, "look here", and where one is called to. */
export interface Signs {
  readonly root: Object3D
  /** Names or the language changed. */
  rewrite(): void
  update(deltaS: number, nowMs: number, how: SignsLook): void
  report(): { pings: readonly string[]; lookHere: number[] | null; summons: boolean; arrow: boolean }
  dispose(): void
}

/** The same object in every frame. */
export interface SignsLook {
  eye: Vector3
  eyeRotation: Quaternion
  /** Nothing swells or bobs (reduced motion). */
  still: boolean
}

export function createSigns(options: SignsOptions): Signs {
  const { link, things, text, markFor, nameFor, thingName } = options
  const root = new Group()
  const pings = createPings(placeOf)
  const sign = createLookHereSign()
  const called = createSummonsMark()
  // White and doubled: what a person asks for is not what the step asks for.
  const arrow = createPointerArrow({ colour: 0xf4f7fa, ringDegrees: 23, chevrons: 2 })
  root.add(pings.root, sign.root, called.root, arrow.root)
  const frame = new Matrix4()
  const at = new Vector3()

  function placeOf(anchor: Anchor, point: PointMm, out: Vector3): boolean {
    const object = anchor === '' ? undefined : things.object(anchor)
    if (anchor !== '' && !object?.visible) return false
    fromFrame(object ? frameOf(object, frame) : frame.identity(), point, 0, out)
    return true
  }
  function show(by: string, anchor: Anchor, point: PointMm) {
    const name = nameFor(by)
    pings.add({ by, name, mark: markFor(by), anchor, at: point })
    options.play('chime', placeOf(anchor, point, at) ? at : undefined)
    if (by === link.me.person) return
    const where =
      anchor === ''
        ? text()('ping.place', { name })
        : text()('ping.thing', { name, thing: thingName(anchor) })
    options.announce(where, 'polite')
  }
  /** Words change with language, names and who asks. */
  function write() {
    const { lookHere, summons } = link.live.get()
    if (lookHere) sign.write(text()('look.tag', { name: nameFor(lookHere.by) }), markFor(lookHere.by))
    if (summons) called.write(text()('come.tag', { name: nameFor(summons.by) }), markFor(summons.by), summons)
  }
  function lookHerePlace(): Vector3 | null {
    const { lookHere } = link.live.get()
    return lookHere && placeOf(lookHere.anchor, lookHere.at, at) ? at : null
  }

  write()
  const stops = [
    link.onCue((cue) => {
      if (cue.kind === 'ping') show(cue.by, cue.anchor, cue.at)
    }),
    link.live.subscribe(write),
  ]
  return {
    root,
    rewrite: write,
    update(deltaS, nowMs, { eye, eyeRotation, still }) {
      pings.update(deltaS, eye, eyeRotation, still)
      const { summons, lookHere } = link.live.get()
      const isCalled = summons !== null && summons.by !== link.me.person
      const mine = isCalled && (summons.to === null || summons.to === link.me.person)
      called.draw(deltaS, mine ? summons.n : 0, eye, eyeRotation)
      const place = lookHerePlace()
      if (place) sign.draw(place, eye, eyeRotation, nowMs / 1000, still)
      else sign.hide()
      const own = lookHere?.by === link.me.person
      arrow.update(eye, eyeRotation, place && !own ? place : pings.newest)
    },
    report: () => ({
      pings: pings.from,
      lookHere: sign.root.visible ? (lookHerePlace()?.toArray() ?? null) : null,
      summons: called.root.visible,
      arrow: arrow.root.visible,
    }),
    dispose() {
      for (const stop of stops) stop()
      root.removeFromParent()
      pings.dispose()
      sign.dispose()
      called.dispose()
    },
  }
}
