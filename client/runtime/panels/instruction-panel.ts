import { MathUtils, Vector3 } from 'three'
import type { Object3D, Quaternion } from 'three'
import type { Hand } from '../device/body.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import { createCanvasPanel } from './canvas-panel.ts'
import type { PanelButton, PanelContent } from './instruction-content.ts'
import { lineHeight, paintButton, paintGround, write } from './panel-pen.ts'
import { panelStyle as style, pixels } from './panel-style.ts'
import { createPressable } from './pressable.ts'

export interface InstructionPanel extends Surface {
  readonly root: Object3D
  readonly texts: string[]
  show(content: PanelContent): void
  /** Stays while the person is near; comes along lazily when they have moved on, towards `home` but never out of view. */
  follow(
    deltaS: number,
    head: Vector3,
    rotation: Quaternion,
    home: readonly number[],
    how: 'lazily' | 'now' | 'in front',
  ): void
  setVisible(visible: boolean): void
  dispose(): void
}

const MOVED_ON_M = 0.45
const FARTHEST_ASIDE = MathUtils.degToRad(30)

export function createInstructionPanel(
  parent: Object3D,
  onButton: (id: PanelButton['id'], hand: Hand) => void,
  textScale: () => number,
): InstructionPanel {
  const panel = createCanvasPanel(style)
  const { mesh } = panel
  parent.add(mesh)
  const buttons = createPressable<PanelButton>(panel, pixels(style.buttonGapDmm) / 2, ({ id }, hand) =>
    onButton(id, hand),
  )
  let content: PanelContent | null = null
  const direction = new Vector3()
  const goal = new Vector3()
  const settled = new Vector3(Infinity, 0, 0)
  const texts: string[] = []

  function paint(context: CanvasRenderingContext2D, shown: PanelContent) {
    const scale = textScale()
    const pad = pixels(style.paddingDmm)
    const wide = style.widthPx - 2 * pad
    const body = { dmm: style.bodyDmm * scale, weight: 450, colour: style.ink, x: pad, width: wide }
    const small = { ...body, dmm: style.smallDmm * scale, weight: 600, colour: style.accent, lines: 1 }
    const title = { ...body, dmm: style.titleDmm * scale, weight: 600, lines: 2, family: style.fontStrong }
    paintGround(context, style.widthPx, style.heightPx)
    let y = pad * 0.8
    if (shown.kicker !== '') y = write(context, shown.kicker, { ...small, y })
    y = write(context, shown.title, { ...title, y }) + pad * 0.15
    const buttonTop = style.heightPx - pad * 0.8 - pixels(style.buttonHeightDmm)
    const noteLines = shown.note === '' ? 0 : 3
    const noteHeight = noteLines * lineHeight(body.dmm)
    const room = buttonTop - pad * 0.5 - noteHeight - (shown.progress === null ? 0 : pad) - y
    const lines = Math.max(1, Math.floor(room / lineHeight(body.dmm)))
    y = write(context, shown.body, { ...body, y, lines }) + pad * 0.35
    if (shown.progress !== null) {
      context.fillStyle = style.button
      context.fillRect(pad, y, wide, 14)
      context.fillStyle = style.good
      context.fillRect(pad, y, (wide * shown.progress) / 100, 14)
      y += pad * 0.8
    }
    if (shown.note !== '') {
      const colour = shown.noteKind === 'mistake' ? '#ff9b73' : style.accent
      const top = Math.max(y, buttonTop - noteHeight - pad * 0.35)
      const note = { ...body, colour, y: top, lines: noteLines, width: wide - 26, x: pad + 26 }
      const end = write(context, shown.note, note)
      context.fillRect(pad, top + 6, 8, end - top - 8)
    }
    paintButtons(context, shown.buttons, pad, buttonTop)
  }

  function paintButtons(context: CanvasRenderingContext2D, shown: PanelButton[], pad: number, top: number) {
    const gap = pixels(style.buttonGapDmm)
    const width = Math.min(
      pixels(260),
      (style.widthPx - 2 * pad - gap * (shown.length - 1)) / Math.max(1, shown.length),
    )
    const height = pixels(style.buttonHeightDmm)
    buttons.areas = shown.map((button, i) => ({ button, x: pad + i * (width + gap), y: top, width, height }))
    for (const area of buttons.areas)
      paintButton(
        context,
        area,
        { hovered: area.button.id === buttons.hovered },
        style.buttonLabelDmm * textScale(),
      )
  }

  function redraw() {
    const shown = content
    if (shown) panel.draw((context) => paint(context, shown))
  }

  // Text drawn before the page's font arrived is drawn again with it.
  void document.fonts.ready.then(redraw)

  return {
    root: mesh,
    texts,
    show(next) {
      const same = content && JSON.stringify(content) === JSON.stringify(next)
      if (same) return
      content = next
      texts.splice(
        0,
        texts.length,
        next.kicker,
        next.title,
        next.body,
        next.note,
        ...next.buttons.map(({ label }) => `[${label}]`),
      )
      redraw()
    },
    follow(deltaS, head, rotation, [homeX = 0, , homeZ = 0], how) {
      if (buttons.settle()) redraw()
      if (how !== 'lazily' || settled.x === Infinity || settled.distanceTo(head) > MOVED_ON_M) {
        settled.copy(head)
        direction.set(0, 0, -1).applyQuaternion(rotation)
        const ahead = Math.atan2(-direction.x, -direction.z)
        const aside =
          MathUtils.euclideanModulo(
            Math.atan2(head.x - homeX, head.z - homeZ) - ahead + Math.PI,
            2 * Math.PI,
          ) - Math.PI
        const yaw = ahead + (how === 'in front' ? 0 : MathUtils.clamp(aside, -FARTHEST_ASIDE, FARTHEST_ASIDE))
        const flat = style.distanceM * Math.cos(MathUtils.degToRad(style.pitchDegrees))
        goal
          .set(
            -Math.sin(yaw) * flat,
            style.distanceM * Math.sin(MathUtils.degToRad(style.pitchDegrees)),
            -Math.cos(yaw) * flat,
          )
          .add(head)
      }
      mesh.position.lerp(goal, how !== 'lazily' ? 1 : Math.min(1, deltaS * 5))
      mesh.lookAt(settled)
    },
    setVisible(visible) {
      mesh.visible = visible
    },
    point: buttons.point,
    poke: buttons.poke,
    press: buttons.press,
    dispose: () => panel.dispose(),
  }
}
