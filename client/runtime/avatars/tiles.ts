import {
  DataArrayTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  RGBAFormat,
  SRGBColorSpace,
  UnsignedByteType,
} from 'three'
import { panelStyle } from '../panels/panel-style.ts'
import { shorten } from '../panels/text-layout.ts'
import { shapePaths } from './mark-of.ts'
import type { PersonMark } from './mark-of.ts'

const HEIGHT = 128
const WIDTH = 640
/** Share of a tile, from the left, that holds the mark alone; the rest is the plate. */
export const MARK_SHARE = HEIGHT / WIDTH
/** Widest plate, in its heights. */
export const PLATE_ASPECT = (WIDTH - HEIGHT) / HEIGHT
/** Pixels of a plate's height to one em of the name. */
export const EM_SHARE = 50 / HEIGHT

/** In the order in which tile 0 holds them. */
export const badges = ['speaking', 'muted', 'away'] as const
const NAME = { weight: 600, px: 50 }
const ROLE = { weight: 500, px: 34 }
const INK = '#10171d'
/** A long name is written so much smaller before it is cut off. */
const SMALLEST = 0.72

export interface Plate {
  name: string
  role: string
  mark: PersonMark
}

/** What is written about people: a layer each, badges in layer 0. Drawn when something changes, one layer at a time. */
export interface Tiles {
  readonly texture: DataArrayTexture
  /** Returns the plate's width in its heights. */
  paint(layer: number, plate: Plate): number
  dispose(): void
}

export function createTiles(layers: number): Tiles {
  const bytes = new Uint8Array(WIDTH * HEIGHT * 4 * layers)
  const texture = new DataArrayTexture(bytes, WIDTH, HEIGHT, layers)
  texture.format = RGBAFormat
  texture.type = UnsignedByteType
  texture.colorSpace = SRGBColorSpace
  texture.minFilter = LinearMipmapLinearFilter
  texture.magFilter = LinearFilter
  texture.generateMipmaps = true
  texture.anisotropy = 4
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const found = canvas.getContext('2d', { willReadFrequently: true })
  if (!found) throw new Error('the browser gives no 2D canvas to write names on')
  const context = found

  function keep(layer: number) {
    const { data } = context.getImageData(0, 0, WIDTH, HEIGHT)
    const row = WIDTH * 4
    // Textures count rows from below.
    for (let y = 0; y < HEIGHT; y++)
      bytes.set(data.subarray(y * row, (y + 1) * row), layer * row * HEIGHT + (HEIGHT - 1 - y) * row)
    texture.addLayerUpdate(layer)
    texture.needsUpdate = true
    context.clearRect(0, 0, WIDTH, HEIGHT)
  }

  badges.forEach((badge, i) => paintBadge(context, badge, i * HEIGHT))
  keep(0)
  return {
    texture,
    paint(layer, plate) {
      paintShape(context, plate.mark.shape, INK, 14, 14, 100)
      const width = paintPlate(context, plate)
      keep(layer)
      return width / HEIGHT
    },
    dispose: () => texture.dispose(),
  }
}

/** Plates written before these are here have to be written again. */
export function loadPlateFonts(): Promise<unknown> {
  return Promise.all([document.fonts.load(fontOf(NAME)), document.fonts.load(fontOf(ROLE))])
}

function fontOf({ weight, px }: typeof NAME, share = 1): string {
  return `${weight} ${Math.floor(px * share)}px ${panelStyle.font}`
}

function paintShape(
  context: CanvasRenderingContext2D,
  shape: PersonMark['shape'],
  colour: string,
  x: number,
  y: number,
  size: number,
) {
  context.save()
  context.translate(x, y)
  context.scale(size / 16, size / 16)
  context.fillStyle = colour
  const outline = new Path2D(shapePaths[shape])
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
  context.fill(outline)
  context.restore()
}

function paintPlate(context: CanvasRenderingContext2D, { name, role, mark }: Plate): number {
  const left = 104
  const most = WIDTH - HEIGHT - left - 34
  const fit = (text: string, style: typeof NAME) => {
    context.font = fontOf(style)
    const share = Math.max(SMALLEST, Math.min(1, most / context.measureText(text).width))
    const font = fontOf(style, share)
    context.font = font
    const line = shorten(text, most, (part) => context.measureText(part).width)
    return { line, font, width: context.measureText(line).width }
  }
  const first = fit(name, NAME)
  const second = fit(role, ROLE)
  const width = Math.ceil(left + Math.max(first.width, second.width) + 34)
  context.fillStyle = 'rgba(17, 24, 31, 0.86)'
  context.beginPath()
  context.roundRect(HEIGHT + 2, 2, width - 4, HEIGHT - 4, 30)
  context.fill()
  paintShape(context, mark.shape, mark.colour, HEIGHT + 24, 32, 64)
  context.textBaseline = 'middle'
  context.fillStyle = panelStyle.ink
  context.font = first.font
  context.fillText(first.line, HEIGHT + left, role === '' ? HEIGHT / 2 + 2 : 44)
  context.fillStyle = '#c3ced6'
  context.font = second.font
  context.fillText(second.line, HEIGHT + left, 94)
  return width
}

function paintBadge(context: CanvasRenderingContext2D, badge: (typeof badges)[number], x: number) {
  const middle = HEIGHT / 2
  context.save()
  context.translate(x, 0)
  context.fillStyle = badge === 'speaking' ? '#7ff0c0' : 'rgba(17, 24, 31, 0.9)'
  context.beginPath()
  context.arc(middle, middle, 58, 0, 2 * Math.PI)
  context.fill()
  context.lineWidth = 9
  context.lineCap = 'round'
  context.strokeStyle = badge === 'speaking' ? INK : panelStyle.ink
  context.fillStyle = context.strokeStyle
  if (badge === 'away') paintPause(context, middle)
  else paintMicrophone(context, middle, badge === 'muted')
  context.restore()
}

function paintPause(context: CanvasRenderingContext2D, middle: number) {
  context.beginPath()
  context.roundRect(middle - 24, middle - 28, 16, 56, 5)
  context.roundRect(middle + 8, middle - 28, 16, 56, 5)
  context.fill()
}

function paintMicrophone(context: CanvasRenderingContext2D, middle: number, crossed: boolean) {
  context.beginPath()
  context.roundRect(middle - 13, middle - 38, 26, 48, 13)
  context.fill()
  context.beginPath()
  context.arc(middle, middle - 4, 25, 0.1 * Math.PI, 0.9 * Math.PI)
  context.moveTo(middle, middle + 22)
  context.lineTo(middle, middle + 36)
  context.stroke()
  if (!crossed) return
  context.strokeStyle = '#ff9f7a'
  context.beginPath()
  context.moveTo(middle - 32, middle - 34)
  context.lineTo(middle + 32, middle + 34)
  context.stroke()
}
