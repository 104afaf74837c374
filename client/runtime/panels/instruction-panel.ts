import { MathUtils, Vector3 } from 'three'
import type { Object3D, Quaternion } from 'three'
import type { Hand } from '../device/body.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import type { Hit } from '../interaction/pick.ts'
import { createCanvasPanel } from './canvas-panel.ts'
import type { PanelButton, PanelContent } from './instruction-content.ts'
import { panelStyle as style, pixels } from './panel-style.ts'
import { wrapText } from './text-layout.ts'

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

interface Area {
  button: PanelButton
  x: number
  y: number
  width: number
  height: number
}

const POKE_DEPTH_M = 0.015
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
  let content: PanelContent | null = null
  let areas: Area[] = []
  let hovered: Area | null = null
  let hoveredNext: Area | null = null
  const local = new Vector3()
  const direction = new Vector3()
  const goal = new Vector3()
  const settled = new Vector3(Infinity, 0, 0)
  const heightM = (style.widthM * style.heightPx) / style.widthPx
  const texts: string[] = []

  function paint(context: CanvasRenderingContext2D, shown: PanelContent) {
    const scale = textScale()
    const pad = pixels(style.paddingDmm)
    const wide = style.widthPx - 2 * pad
    const font = (dmm: number, weight: number, family: string = style.font) =>
      `${weight} ${Math.round(pixels(dmm * scale))}px ${family}`
    const write = (
      text: string,
      dmm: number,
      weight: number,
      colour: string,
      y: number,
      lines: number,
      width = wide,
      x = pad,
      family: string = style.font,
    ) => {
      context.font = font(dmm, weight, family)
      context.fillStyle = colour
      const height = pixels(dmm * scale) * 1.28
      const wrapped = wrapText(text, width, (t) => context.measureText(t).width, lines)
      wrapped.forEach((line, i) => context.fillText(line, x, y + height * (i + 0.8)))
      return y + height * wrapped.length
    }
    context.beginPath()
    context.roundRect(3, 3, style.widthPx - 6, style.heightPx - 6, 28)
    context.fillStyle = style.ground
    context.fill()
    context.strokeStyle = style.edge
    context.lineWidth = 3
    context.stroke()

    let y = pad * 0.8
    if (shown.kicker !== '') y = write(shown.kicker, style.smallDmm, 600, style.accent, y, 1)
    y = write(shown.title, style.titleDmm, 600, style.ink, y, 2, wide, pad, style.fontStrong) + pad * 0.15
    const buttonTop = style.heightPx - pad * 0.8 - pixels(style.buttonHeightDmm)
    const noteLines = shown.note === '' ? 0 : 3
    const noteHeight = noteLines * pixels(style.bodyDmm * scale) * 1.28
    const line = pixels(style.bodyDmm * scale) * 1.28
    const bodyLines = Math.max(
      1,
      Math.floor((buttonTop - pad * 0.5 - noteHeight - (shown.progress === null ? 0 : pad) - y) / line),
    )
    y = write(shown.body, style.bodyDmm, 450, style.ink, y, bodyLines) + pad * 0.35
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
      const end = write(shown.note, style.bodyDmm, 450, colour, top, noteLines, wide - 26, pad + 26)
      context.fillRect(pad, top + 6, 8, end - top - 8)
    }
    paintButtons(context, shown.buttons, pad, buttonTop, font)
  }

  function paintButtons(
    context: CanvasRenderingContext2D,
    buttons: PanelButton[],
    pad: number,
    top: number,
    font: (dmm: number, weight: number) => string,
  ) {
    const gap = pixels(style.buttonGapDmm)
    const width = Math.min(
      pixels(260),
      (style.widthPx - 2 * pad - gap * (buttons.length - 1)) / Math.max(1, buttons.length),
    )
    const height = pixels(style.buttonHeightDmm)
    areas = buttons.map((button, i) => ({ button, x: pad + i * (width + gap), y: top, width, height }))
    context.textAlign = 'center'
    context.font = font(26, 600)
    const fit = Math.min(
      1,
      ...areas.map((area) => (area.width - 24) / context.measureText(area.button.label).width),
    )
    for (const area of areas) {
      const isHovered = hovered?.button.id === area.button.id
      context.beginPath()
      context.roundRect(area.x, area.y, area.width, area.height, 18)
      context.fillStyle = isHovered ? style.buttonHover : style.button
      context.fill()
      context.strokeStyle = isHovered ? style.ink : style.quiet
      context.lineWidth = isHovered ? 5 : 2
      context.stroke()
      context.fillStyle = style.ink
      context.font = font(26 * fit, 600)
      context.fillText(area.button.label, area.x + area.width / 2, area.y + area.height * 0.62)
    }
    context.textAlign = 'start'
  }

  function redraw() {
    const shown = content
    if (shown) panel.draw((context) => paint(context, shown))
  }

  /** Button under a point of the plane, given in the mesh's frame. */
  function areaAt(x: number, y: number): Area | null {
    const px = (x / style.widthM + 0.5) * style.widthPx
    const py = (0.5 - y / heightM) * style.heightPx
    const slop = pixels(style.buttonGapDmm) / 2
    for (const area of areas)
      if (
        px > area.x - slop &&
        px < area.x + area.width + slop &&
        py > area.y - slop &&
        py < area.y + area.height + slop
      )
        return area
    return null
  }

  function pointAt(hand: Hand, hit: Hit): Area | null {
    if (!mesh.visible || !hand.present) return null
    mesh.worldToLocal(local.copy(hand.rayOrigin))
    direction.copy(hand.rayDirection).add(hand.rayOrigin)
    mesh.worldToLocal(direction).sub(local)
    if (direction.z > -1e-4 || local.z < 0) return null
    const t = -local.z / direction.z
    const area = areaAt(local.x + direction.x * t, local.y + direction.y * t)
    if (!area) return null
    hit.target = null
    hit.distance = t
    hit.point.copy(hand.rayDirection).multiplyScalar(t).add(hand.rayOrigin)
    return area
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
      if (hoveredNext?.button.id !== hovered?.button.id) {
        hovered = hoveredNext
        redraw()
      }
      hoveredNext = null
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
    point(hand, hit) {
      const area = pointAt(hand, hit)
      if (area) hoveredNext = area
      return area !== null
    },
    poke(hand) {
      if (!mesh.visible) return false
      mesh.worldToLocal(local.copy(hand.tip))
      if (Math.abs(local.z) > POKE_DEPTH_M) return false
      const area = areaAt(local.x, local.y)
      if (area) hoveredNext = area
      return area !== null
    },
    press(hand) {
      const area = hoveredNext ?? hovered
      if (area) onButton(area.button.id, hand)
    },
    dispose: () => panel.dispose(),
  }
}
