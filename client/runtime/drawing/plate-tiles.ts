import { DataArrayTexture, LinearFilter, LinearMipmapLinearFilter, RedFormat, UnsignedByteType } from 'three'
import { shapePaths } from '../avatars/mark-of.ts'
import type { MarkShape } from '../avatars/mark-of.ts'
import { panelStyle } from '../panels/panel-style.ts'
import { AUTHOR_EM, AUTHOR_SHARE, layOutPlate, LINE_EM, MARK_EM, PAD_EM, TILE_EM } from './plate-layout.ts'
import type { PlateText } from './plate-layout.ts'

export interface Tile {
  layer: number
  /** Ems. */
  width: number
  height: number
}

/** What is written on plates, a layer each, as coverage alone: colours are the shader's. Written when something changes. */
export interface PlateTiles {
  texture(): DataArrayTexture
  /** From here on all that is still shown is asked for, in order; what was not may give its layer to others. */
  begin(): void
  tile(plate: PlateText & { mark: MarkShape }): Tile | null
  dispose(): void
}

const EM_PX = 40
const WIDTH = TILE_EM.width * EM_PX
const HEIGHT = TILE_EM.height * EM_PX
const FIRST_LAYERS = 8
/** All that every WebGL 2 has. */
const MOST_LAYERS = 256
const WEIGHT = 600

/** @param onFonts what was written before the page's font came is to be asked for again */
export function createPlateTiles(onFonts: () => void): PlateTiles {
  const context = openCanvas()
  const known = new Map<string, Tile & { used: boolean }>()
  let free: number[] = []
  let texture = createTexture(FIRST_LAYERS)
  let closed = false
  free = layersFrom(0, FIRST_LAYERS)

  void document.fonts.load(fontOf(1)).then(() => {
    if (closed) return
    for (const { layer } of known.values()) free.push(layer)
    known.clear()
    onFonts()
  })

  function takeLayer(): number | undefined {
    if (free.length === 0) reclaim()
    const { depth } = texture.image
    if (free.length === 0 && depth < MOST_LAYERS) {
      const larger = createTexture(depth * 2)
      bytesOf(larger).set(bytesOf(texture))
      texture.dispose()
      texture = larger
      free = layersFrom(depth, depth * 2)
    }
    return free.pop()
  }
  function reclaim() {
    for (const [key, tile] of known) {
      if (tile.used) continue
      known.delete(key)
      free.push(tile.layer)
    }
  }
  function keep(layer: number) {
    const { data } = context.getImageData(0, 0, WIDTH, HEIGHT)
    const bytes = bytesOf(texture)
    const first = layer * WIDTH * HEIGHT
    // Textures count rows from below.
    for (let y = 0; y < HEIGHT; y++)
      for (let x = 0; x < WIDTH; x++)
        bytes[first + (HEIGHT - 1 - y) * WIDTH + x] = data[(y * WIDTH + x) * 4 + 3] ?? 0
    texture.addLayerUpdate(layer)
    texture.needsUpdate = true
    context.clearRect(0, 0, WIDTH, HEIGHT)
  }

  return {
    texture: () => texture,
    begin() {
      for (const tile of known.values()) tile.used = false
    },
    tile(plate) {
      const key = `${plate.mark} ${plate.author}\n${plate.text}`
      let tile = known.get(key)
      if (!tile) {
        const layer = takeLayer()
        if (layer === undefined) return null
        tile = { layer, used: true, ...paint(context, plate) }
        keep(layer)
        known.set(key, tile)
      }
      tile.used = true
      return tile
    },
    dispose() {
      closed = true
      texture.dispose()
    },
  }
}

function paint(context: CanvasRenderingContext2D, plate: PlateText & { mark: MarkShape }) {
  context.font = fontOf(1)
  const layout = layOutPlate(plate, (text) => context.measureText(text).width / EM_PX)
  context.textBaseline = 'middle'
  context.fillStyle = '#fff'
  let y = PAD_EM.y
  context.font = fontOf(layout.share)
  for (const line of layout.lines) {
    const high = LINE_EM * layout.share
    context.fillText(line, PAD_EM.x * EM_PX, (y + high / 2) * EM_PX)
    y += high
  }
  if (layout.author !== '') {
    context.font = fontOf(AUTHOR_SHARE)
    context.fillText(layout.author, (PAD_EM.x + MARK_EM) * EM_PX, (y + AUTHOR_EM / 2) * EM_PX)
    paintMark(context, plate.mark, PAD_EM.x, y + 0.12, AUTHOR_EM - 0.24)
  }
  return { width: layout.width, height: layout.height }
}

function paintMark(context: CanvasRenderingContext2D, mark: MarkShape, x: number, y: number, size: number) {
  context.save()
  context.translate(x * EM_PX, y * EM_PX)
  context.scale((size * EM_PX) / 16, (size * EM_PX) / 16)
  const outline = new Path2D(shapePaths[mark])
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
  context.fill(outline)
  context.restore()
}

function openCanvas(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('the browser gives no 2D canvas to write labels on')
  return context
}

function fontOf(share: number): string {
  return `${WEIGHT} ${Math.round(EM_PX * share)}px ${panelStyle.font}`
}

function createTexture(layers: number): DataArrayTexture {
  const texture = new DataArrayTexture(new Uint8Array(WIDTH * HEIGHT * layers), WIDTH, HEIGHT, layers)
  texture.format = RedFormat
  texture.type = UnsignedByteType
  texture.minFilter = LinearMipmapLinearFilter
  texture.magFilter = LinearFilter
  texture.generateMipmaps = true
  texture.anisotropy = 4
  texture.needsUpdate = true
  return texture
}

const bytesOf = (texture: DataArrayTexture) => texture.image.data as Uint8Array
const layersFrom = (first: number, end: number) => Array.from({ length: end - first }, (_, i) => end - 1 - i)
