import { Group, Vector3 } from 'three'
import type { SessionLink } from '#client/net/session-link.ts'
import type { Cue } from '#shared/protocol/views.ts'
import type { Body, Side } from './device/body.ts'
import { createBrackets } from './models/brackets.ts'
import { createPointerArrow } from './panels/pointer-arrow.ts'
import { createVignette } from './panels/vignette.ts'
import type { HandLoop } from './interaction/hand-loop.ts'
import { onlyOwnSight } from './own-sight.ts'
import type { Stage } from './stage.ts'
import type { Things } from './things/things.ts'
import type { VrPanels } from './vr-panels.ts'

export interface OverlaysOptions {
  stage: Stage
  link: SessionLink
  things: Things
  /** Only in a headset; flat screens have the page's HUD. */
  panels(): VrPanels | undefined
}

/** Everything shown over the world: marks, arrow, vignette, and a headset's panels. */
export type Overlays = ReturnType<typeof createOverlays>

export function createOverlays({ stage, link, things, panels }: OverlaysOptions) {
  const { scene } = stage
  const arrow = createPointerArrow()
  const vignette = createVignette()
  const hoverMarks = { left: createBrackets('hover'), right: createBrackets('hover') }
  const highlightMarks = [
    createBrackets('highlight'),
    createBrackets('highlight'),
    createBrackets('highlight'),
  ]
  const root = onlyOwnSight(new Group()).add(
    arrow.root,
    vignette.root,
    ...[hoverMarks.left, hoverMarks.right, ...highlightMarks].map((marks) => marks.root),
  )
  scene.add(root)
  const pointed = new Vector3()

  return {
    vignette,
    refresh: () => panels()?.refresh(),
    show(cue: Cue) {
      if (cue.kind === 'injury') vignette.hurt(cue.injury)
      panels()?.show(cue)
    },
    tell: (text: string) => panels()?.tell(text),
    settlePanel: () => panels()?.settle(),
    /** @param isOwnSight nobody's own marks are where somebody else looks */
    update(
      deltaS: number,
      nowMs: number,
      body: Body,
      loops: Readonly<Record<Side, HandLoop>>,
      isOwnSight: boolean,
    ) {
      root.visible = isOwnSight
      const view = link.view.get()
      const highlight = view?.highlight ?? []
      for (const side of ['left', 'right'] as const)
        hoverMarks[side].update(body[side].present ? loops[side].hit.target : null, nowMs / 1000)
      highlightMarks.forEach((marks, i) => {
        const target = things.target(highlight[i] ?? '')
        marks.update(target && things.sideOf(target.id) === undefined ? target : null, nowMs / 1000)
      })
      const first = things.target(highlight[0] ?? '')
      const wanted =
        first && things.sideOf(first.id) === undefined
          ? pointed.setFromMatrixPosition(first.object.matrixWorld)
          : null
      arrow.update(body.head, body.headRotation, wanted)
      panels()?.update(deltaS, body)
      vignette.update(deltaS, body.head, body.headRotation)
    },
    dispose: () => root.removeFromParent(),
  }
}
