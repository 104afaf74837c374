import type { Mesh, Quaternion, Vector3 } from 'three'
import { shapePaths } from '../avatars/mark-of.ts'
import type { PersonMark } from '../avatars/mark-of.ts'
import { createCanvasPanel } from '../panels/canvas-panel.ts'
import { panelStyle as style } from '../panels/panel-style.ts'
import { shorten } from '../panels/text-layout.ts'

/** Some words with the mark of the person they are from. Drawn when they change, always facing the eye, one size to it. */
export interface NameTag {
  readonly mesh: Mesh
  write(text: string, mark: PersonMark): void
  /** @param at lower edge */
  place(at: Vector3, eye: Vector3, eyeRotation: Quaternion, opacity: number): void
  dispose(): void
}

const PX = { width: 512, height: 80 }
const EM_PX = 44
/** One em, whatever the distance: 22 dmm (1.3°). */
const EM_RAD = 0.022

export function createNameTag(): NameTag {
  // At a distance of one metre.
  const widthM = (EM_RAD * PX.width) / EM_PX
  const panel = createCanvasPanel({ widthPx: PX.width, heightPx: PX.height, widthM, onTop: true })
  const { mesh } = panel
  let written = ''

  return {
    mesh,
    write(text, { colour, shape }) {
      const next = `${text}|${colour}|${shape}`
      if (next === written) return
      written = next
      panel.draw((context) => {
        context.font = `600 ${EM_PX}px ${style.fontStrong}`
        const most = PX.width - 96
        const shown = shorten(text, most, (t) => context.measureText(t).width)
        const wide = context.measureText(shown).width + 96
        context.translate((PX.width - wide) / 2, 0)
        context.beginPath()
        context.roundRect(2, 2, wide - 4, PX.height - 4, 20)
        context.fillStyle = style.ground
        context.fill()
        context.fillStyle = style.ink
        context.fillText(shown, 72, PX.height * 0.68)
        context.translate(20, 20)
        context.scale(2.5, 2.5)
        context.fillStyle = colour
        // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is filled, no array
        context.fill(new Path2D(shapePaths[shape]))
        context.resetTransform()
      })
    },
    place(at, eye, eyeRotation, opacity) {
      const distance = Math.max(0.4, at.distanceTo(eye))
      mesh.visible = opacity > 0.01
      mesh.scale.setScalar(distance)
      mesh.position.copy(at)
      mesh.position.y += (distance * widthM * PX.height) / PX.width / 2
      mesh.quaternion.copy(eyeRotation)
      const { material } = mesh
      if (!Array.isArray(material)) material.opacity = opacity
    },
    dispose: () => panel.dispose(),
  }
}
