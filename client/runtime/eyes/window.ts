import type { Object3D, Vector3 } from 'three'
import type { Body } from '../device/body.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import type { Sight } from '../others.ts'
import type { Lens } from './lens.ts'
import { createPortal, windowLimits } from './portal.ts'
import type { Portal } from './portal.ts'
import type { EyesReport } from './report.ts'
import { finePoint } from './report.ts'
import { createWindowInset } from './window-inset.ts'
import type { WindowInset } from './window-inset.ts'
import { createWindowPanel } from './window-panel.ts'
import type { WindowPanel } from './window-panel.ts'
import type { StripButton, StripContent } from './window-strip.ts'

export interface WindowOptions {
  scene: Object3D
  canvas: HTMLCanvasElement
  lens: Lens
  body: Body
  onButton(button: StripButton): void
}

/** The window: on a flat screen in its corner or the page's frame, in a headset in the room. Nothing of it is made before it is wanted. */
export interface EyesWindow {
  readonly surface: Surface | undefined
  /** Of a hand that points at it in a headset. */
  readonly stick: { readonly x: number; readonly y: number }
  showIn(frame: HTMLElement | null): void
  comeAlong(): void
  /** @param other in a headset, a panel not to be covered */
  show(sight: Sight, content: StripContent, inVr: boolean, other: Vector3 | null, nowMs: number): void
  hide(): void
  report(): EyesReport['portal']
  dispose(): void
}

const noStick = { x: 0, y: 0 }

export function createWindow({ scene, canvas, lens, body, onButton }: WindowOptions): EyesWindow {
  let portal: Portal | null = null
  let inset: WindowInset | null = null
  let panel: WindowPanel | null = null
  let frame: HTMLElement | null = null
  let shown: 'inset' | 'panel' | null = null

  function showPanel(made: Portal, content: StripContent, other: Vector3 | null) {
    panel ??= createWindowPanel(scene, made, onButton)
    if (shown !== 'panel') made.fit(windowLimits.width, windowLimits.height)
    panel.update(body, content, other)
    inset?.hide()
    shown = 'panel'
  }

  function showInset(made: Portal, past: boolean, nowMs: number) {
    if (!inset) {
      inset = createWindowInset(scene, canvas, made)
      inset.showIn(frame)
    }
    inset.update(past, nowMs)
    panel?.hide()
    shown = 'inset'
  }

  return {
    get surface() {
      return shown === 'panel' ? (panel ?? undefined) : undefined
    },
    get stick() {
      return panel?.stick ?? noStick
    },
    showIn(next) {
      frame = next
      inset?.showIn(next)
    },
    comeAlong: () => panel?.comeAlong(),
    show(sight, content, inVr, other, nowMs) {
      portal ??= createPortal(lens)
      if (inVr) showPanel(portal, content, other)
      else showInset(portal, content.behindS > 0 || content.still, nowMs)
      portal.draw(sight, nowMs)
    },
    hide() {
      if (shown === 'panel') panel?.hide()
      if (shown === 'inset') inset?.hide()
      shown = null
    },
    report() {
      if (!portal || shown === null) return null
      const { width, height, pictures } = portal
      return {
        calls: lens.calls,
        leftOut: lens.leftOut,
        pictures,
        width,
        height,
        at: shown === 'panel' && panel ? finePoint(panel.root.position) : null,
        texts: shown === 'panel' ? (panel?.texts ?? []) : [],
      }
    },
    dispose() {
      inset?.dispose()
      panel?.dispose()
      portal?.dispose()
    },
  }
}
