import { Object3D, Vector3 } from 'three'
import type { SessionLink } from '#client/net/session-link.ts'
import type { Cue } from '#shared/protocol/views.ts'
import type { RuntimeSettings } from './comfort.ts'
import type { Body } from './device/body.ts'
import type { Sight } from './others.ts'
import type { Overlays } from './overlays.ts'
import type { Readable } from './readable.ts'
import type { Scenery } from './scenery.ts'
import type { Things } from './things/things.ts'
import { createSound } from './world/sound.ts'
import type { Loop, OneShot } from './world/sound.ts'
import { createThingSounds } from './world/thing-sounds.ts'

export interface CueStageOptions {
  link: SessionLink
  things: Things
  scenery: Scenery
  overlays: Pick<Overlays, 'show'>
  settings: Readable<RuntimeSettings>
  pulse(strength: number, durationMs: number): void
}

const soundOfAct: Partial<Record<string, OneShot>> = {
  grab: 'grab',
  release: 'place',
  pull: 'pin',
  press: 'call-point',
  toggle: 'switch',
}
const hurts: Record<Extract<Cue, { kind: 'injury' }>['injury'], OneShot> = {
  shock: 'shock',
  burn: 'shock',
  smoke: 'cough',
}

/** Shows, sounds and makes felt what the session says, the moment it says so. */
export function createCueStage({ link, things, scenery, overlays, settings, pulse }: CueStageOptions) {
  const sound = createSound()
  const heard = createThingSounds(things, sound)
  const ears = new Object3D()
  const at = new Vector3()
  const fire = things.solids.find(({ id }) => id === 'fire-base')?.object
  const callPoint = things.targets.find(({ id }) =>
    things.document(id)?.affordances.some(({ type }) => type === 'press'),
  )?.object
  const tools = things.targets.flatMap(({ id, object }) => {
    const spray = things.document(id)?.affordances.find(({ type }) => type === 'spray')
    return spray
      ? [{ object, signal: `${id}.spraying`, loop: `spray-${String(spray['agent'])}` as Loop }]
      : []
  })
  let alarm = false
  let mistakes = 0
  let step: string | undefined

  const placeOf = (object: Object3D | undefined) =>
    object ? at.setFromMatrixPosition(object.matrixWorld) : undefined
  const applySettings = () => {
    const { volume, muted, mono } = settings.get()
    sound.setVolume(volume)
    sound.setMuted(muted)
    sound.setMono(mono)
  }

  function show(cue: Cue) {
    overlays.show(cue)
    if (cue.kind === 'acted' && cue.actor !== link.me.person) heard.acted(cue.action, cue.target ?? '')
    if (cue.kind === 'haptic') pulse(cue.strength, cue.durationMs)
    if (cue.kind === 'alarm') alarm = cue.on
    if (cue.kind === 'restored') scenery.reset()
    if (cue.kind === 'sound') sound.play(cue.sound as OneShot, placeOf(things.object(cue.entity ?? '')))
    if (cue.kind === 'injury') {
      sound.play(hurts[cue.injury])
      pulse(0.8, 300)
    }
  }

  function watchView() {
    const view = link.view.get()
    if (!view) return
    if (view.mistakes.length > mistakes) sound.play('mistake')
    else if (view.step && step !== undefined && view.step.id !== step) sound.play('step')
    mistakes = view.mistakes.length
    step = view.step?.id
    if (view.ended) sound.play(view.ended.passed === false ? 'fail' : 'success')
    if (view.phase === 'paused') sound.suspend()
    else sound.resume()
  }

  applySettings()
  const stops = [link.onCue(show), link.view.subscribe(watchView), settings.subscribe(applySettings)]
  return {
    /** An own act was accepted. */
    acted(action: string, entity: string) {
      const name = soundOfAct[action]
      if (!heard.acted(action, entity) && name) sound.play(name, placeOf(things.object(entity)))
      pulse(action === 'pull' ? 0.7 : 0.4, action === 'pull' ? 80 : 40)
    },
    /** @param sight one hears where one looks */
    update(deltaS: number, body: Body, sight: Sight | null) {
      ears.position.copy(sight?.eye ?? body.head)
      ears.quaternion.copy(sight?.eyeRotation ?? body.headRotation)
      ears.updateMatrixWorld()
      sound.listen(ears)
      const { entities, signals } = link.world.get()
      heard.update(deltaS, entities)
      sound.hold('room', 0.3)
      sound.hold('fire', (signals['fire.intensity'] ?? 0) / 1000, placeOf(fire))
      sound.hold('alarm', alarm ? 0.7 : 0, placeOf(callPoint))
      for (const { object, signal, loop } of tools)
        sound.hold(loop, (signals[signal] ?? 0) > 0 ? 1 : 0, placeOf(object))
    },
    play: sound.play,
    unlockSound: () => void sound.unlock(),
    dispose() {
      for (const stop of stops) stop()
      sound.dispose()
    },
  }
}
