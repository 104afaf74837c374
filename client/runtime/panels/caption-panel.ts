import { MathUtils, Vector3 } from 'three'
import type { Object3D, Quaternion } from 'three'
import { createCanvasPanel } from './canvas-panel.ts'
import { panelStyle as style } from './panel-style.ts'
import { captionLines } from './text-layout.ts'

const DISTANCE_M = 1.3
const PITCH = MathUtils.degToRad(-15)
/** 37 characters of 28 dmm text and the speaker's line. */
const SIZE = { widthPx: 1024, heightPx: 256, widthM: 0.78, onTop: true } as const
const LAZY = MathUtils.degToRad(12)

export interface CaptionPanel {
  readonly text: string
  /** `from`: where the speaker is, for the arrow. */
  say(speaker: string, text: string, durationMs: number, from: Vector3 | null): void
  update(deltaS: number, head: Vector3, rotation: Quaternion, scale: number): void
  setVisible(visible: boolean): void
  dispose(): void
}

/** Captions that follow the head lazily: two lines of 37 characters, who speaks, and an arrow to where. */
export function createCaptionPanel(parent: Object3D): CaptionPanel {
  const panel = createCanvasPanel(SIZE)
  parent.add(panel.mesh)
  const forward = new Vector3()
  const towards = new Vector3()
  let leftS = 0
  let speaking = { speaker: '', text: '', from: null as Vector3 | null }
  let arrow = ''
  let yaw = 0
  let allowed = true
  let following = false

  function redraw() {
    panel.draw((context) => {
      const lines = captionLines(speaking.text)
      context.beginPath()
      context.roundRect(2, 2, SIZE.widthPx - 4, SIZE.heightPx - 4, 22)
      context.fillStyle = style.ground
      context.fill()
      context.textAlign = 'center'
      context.font = `600 44px ${style.fontStrong}`
      context.fillStyle = style.accent
      const label =
        arrow === '‹' ? `‹  ${speaking.speaker}` : arrow === '›' ? `${speaking.speaker}  ›` : speaking.speaker
      context.fillText(label, SIZE.widthPx / 2, 62)
      context.font = `500 50px ${style.font}`
      context.fillStyle = style.ink
      lines.forEach((line, i) => context.fillText(line, SIZE.widthPx / 2, 132 + i * 64, SIZE.widthPx - 50))
    })
  }

  function arrowTo(head: Vector3): string {
    if (!speaking.from) return ''
    towards.subVectors(speaking.from, head)
    const side = Math.atan2(
      forward.z * towards.x - forward.x * towards.z,
      forward.x * towards.x + forward.z * towards.z,
    )
    return side > 0.5 ? '‹' : side < -0.5 ? '›' : ''
  }

  return {
    get text() {
      return leftS > 0 ? `${speaking.speaker}: ${speaking.text}` : ''
    },
    say(speaker, text, durationMs, from) {
      speaking = { speaker, text, from }
      leftS = Math.max(2, durationMs / 1000)
      redraw()
    },
    update(deltaS, head, rotation, scale) {
      leftS = Math.max(0, leftS - deltaS)
      panel.mesh.visible = allowed && leftS > 0
      if (!panel.mesh.visible) return
      forward.set(0, 0, -1).applyQuaternion(rotation)
      const goal = Math.atan2(-forward.x, -forward.z)
      const off = MathUtils.euclideanModulo(goal - yaw + Math.PI, 2 * Math.PI) - Math.PI
      following = Math.abs(off) > (following ? 0.02 : LAZY)
      if (following) yaw += off * Math.min(1, deltaS * 4)
      panel.mesh.position.set(
        head.x - Math.sin(yaw) * DISTANCE_M * Math.cos(PITCH),
        head.y + Math.sin(PITCH) * DISTANCE_M,
        head.z - Math.cos(yaw) * DISTANCE_M * Math.cos(PITCH),
      )
      panel.mesh.scale.setScalar(scale)
      panel.mesh.lookAt(head)
      const nextArrow = arrowTo(head)
      if (nextArrow === arrow) return
      arrow = nextArrow
      redraw()
    },
    setVisible(visible) {
      allowed = visible
    },
    dispose: () => panel.dispose(),
  }
}
