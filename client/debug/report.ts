import { Euler, MathUtils, Vector3 } from 'three'
import type { Object3D } from 'three'
import type { SessionLink } from '#client/net/session-link.ts'
import type { Body, Side } from '#client/runtime/device/body.ts'
import type { HandLoop } from '#client/runtime/interaction/hand-loop.ts'
import type { Others } from '#client/runtime/others.ts'
import type { LiveParts } from '#client/runtime/live-parts.ts'
import type { Overlays } from '#client/runtime/overlays.ts'
import type { Things } from '#client/runtime/things/things.ts'
import type { Trainee } from '#client/runtime/trainee.ts'
import type { VrPanels } from '#client/runtime/vr-panels.ts'

export interface Reported {
  link: SessionLink
  trainee: Trainee
  things: Things
  others: Others
  body: Body
  rig: Object3D
  overlays: Pick<Overlays, 'vignette'>
  panels(): VrPanels | undefined
  live: LiveParts
  loops: Readonly<Record<Side, HandLoop>>
  frames(): number
}

/** Read-only text for tests, present in every build: nothing in it that the person's own view does not hold. */
export interface SceneReport {
  report(): Record<string, unknown>
}

declare global {
  interface Window {
    sightline?: SceneReport
  }
}

/** Publishes `window.sightline`; returns what takes it away. */
export function publishReport(reported: Reported): () => void {
  window.sightline = { report: () => describe(reported) }
  return () => delete window.sightline
}

const round = (value: number) => Math.round(value * 1000) / 1000
const point = (v: Vector3) => v.toArray().map(round)
const euler = new Euler(0, 0, 0, 'YXZ')
const place = new Vector3()

function describe({
  link,
  trainee,
  things,
  others,
  body,
  rig,
  overlays,
  panels,
  live,
  loops,
  frames,
}: Reported): Record<string, unknown> {
  const { panel, captions } = panels() ?? {}
  const view = link.view.get()
  const world = link.world.get()
  euler.setFromQuaternion(body.headRotation)
  const hand = (side: Side) => ({
    present: body[side].present,
    kind: body[side].kind,
    grip: point(body[side].grip),
    ray: { origin: point(body[side].rayOrigin), direction: point(body[side].rayDirection) },
    trigger: round(body[side].trigger),
    hovers: loops[side].onSurface ? 'panel' : (loops[side].hit.target?.id ?? null),
    action: loops[side].action?.action ?? null,
    holds: things.inHand(side) ?? null,
  })
  return {
    ready: view !== null,
    session: link.session,
    frame: frames(),
    /** The device's floor origin in the workplace: where device space lies. */
    origin: { position: point(rig.position), yaw: round(MathUtils.radToDeg(rig.rotation.y)) },
    tick: world.tick,
    status: link.status.get(),
    phase: view?.phase ?? null,
    paused: view?.paused?.reason ?? null,
    mode: view?.mode ?? null,
    step: view?.step?.id ?? null,
    ended: view?.ended?.outcome ?? null,
    device: trainee.device.get(),
    inVr: trainee.inVr.get(),
    focused: trainee.focused.get(),
    pointing: trainee.pointing.get(),
    head: {
      position: point(body.head),
      yaw: round(MathUtils.radToDeg(euler.y)),
      pitch: round(MathUtils.radToDeg(euler.x)),
    },
    hands: { left: hand('left'), right: hand('right') },
    entities: Object.fromEntries(
      things.solids.map(({ id, object }) => [
        id,
        {
          position: point(object.getWorldPosition(place)),
          place: world.entities[id]?.place.kind ?? 'home',
          state: world.entities[id]?.state ?? null,
        },
      ]),
    ),
    people: others.report().map((person) => ({ ...person, head: person.head?.map(round) ?? null })),
    signals: world.signals,
    highlight: view?.highlight ?? [],
    panel: panel?.texts ?? [],
    panelPosition: panel ? point(panel.root.getWorldPosition(place)) : null,
    caption: captions?.text ?? '',
    vignette: round(overlays.vignette.strength),
    live: live.get()?.report() ?? null,
  }
}
