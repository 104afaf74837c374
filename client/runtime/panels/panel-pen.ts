import type { Area } from './pressable.ts'
import { panelStyle as style, pixels } from './panel-style.ts'
import { wrapText } from './text-layout.ts'

const LINE = 1.28

export interface Writing {
  dmm: number
  weight: number
  colour: string
  x: number
  y: number
  width: number
  lines: number
  family?: string
}

/** How a button stands, besides being pointed at. */
export interface ButtonLook {
  hovered: boolean
  /** What it switches is on. */
  pressed?: boolean | undefined
  /** What is wanted most here. */
  primary?: boolean | undefined
  disabled?: boolean | undefined
}

export const fontOf = (dmm: number, weight: number, family: string = style.font) =>
  `${weight} ${Math.round(pixels(dmm))}px ${family}`

/** Pixels from one line to the next. */
export const lineHeight = (dmm: number) => pixels(dmm) * LINE

/** Writes a text in lines; answers where what comes below begins. */
export function write(
  context: CanvasRenderingContext2D,
  text: string,
  { dmm, weight, colour, x, y, width, lines, family }: Writing,
): number {
  context.font = fontOf(dmm, weight, family)
  context.fillStyle = colour
  const height = lineHeight(dmm)
  const wrapped = wrapText(text, width, (t) => context.measureText(t).width, lines)
  wrapped.forEach((line, i) => context.fillText(line, x, y + height * (i + 0.8)))
  return y + height * wrapped.length
}

export function paintGround(context: CanvasRenderingContext2D, widthPx: number, heightPx: number): void {
  context.beginPath()
  context.roundRect(3, 3, widthPx - 6, heightPx - 6, 28)
  context.fillStyle = style.ground
  context.fill()
  context.strokeStyle = style.edge
  context.lineWidth = 3
  context.stroke()
}

/** @param dmm of its label, which is written on one line or, where that is too long, on two smaller ones */
export function paintButton(
  context: CanvasRenderingContext2D,
  { button, x, y, width, height }: Area<{ label: string }>,
  { hovered, pressed = false, primary = false, disabled = false }: ButtonLook,
  dmm: number,
): void {
  context.beginPath()
  context.roundRect(x, y, width, height, 18)
  context.fillStyle = hovered && !disabled ? style.buttonHover : style.button
  context.fill()
  context.strokeStyle = hovered ? style.ink : pressed || primary ? style.accent : style.quiet
  context.lineWidth = hovered || pressed || primary ? 5 : 2
  context.stroke()
  context.fillStyle = disabled ? style.quiet : style.ink
  context.textAlign = 'center'
  const lines = fitLabel(context, button.label, width - 28, dmm)
  const middle = x + width / 2
  const size = lineHeight(lines.dmm) * 0.88
  const top = y + height / 2 - (size * (lines.lines.length - 1)) / 2
  lines.lines.forEach((line, i) => context.fillText(line, middle, top + size * i + pixels(lines.dmm) * 0.34))
  context.textAlign = 'start'
  // A switch that is on is underlined, too: not by colour alone.
  if (!pressed) return
  context.fillStyle = style.accent
  context.fillRect(x + 24, y + height - 16, width - 48, 7)
}

/** Smaller, and on two lines, when it is too long; never smaller than what must be readable. */
function fitLabel(context: CanvasRenderingContext2D, label: string, width: number, dmm: number) {
  let lines: string[] = []
  for (const share of [1, 0.92, 0.84, 0.76]) {
    context.font = fontOf(dmm * share, 600)
    lines = wrapText(label, width, (t) => context.measureText(t).width, 2)
    // No word is broken in two, and none is left out.
    const fits = lines.join(' ') === label && (share < 1 || lines.length === 1)
    if (fits) return { lines, dmm: dmm * share }
  }
  return { lines, dmm: dmm * 0.76 }
}
