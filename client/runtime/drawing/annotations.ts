import { Color, Group, Vector4 } from 'three'
import type { Mesh, Object3D, ShaderMaterial } from 'three'
import type { Annotation } from '#shared/live/state.ts'
import type { PersonMark } from '../avatars/mark-of.ts'
import { addPath, addShape, addStretch } from './add-shape.ts'
import { growBirths } from './births.ts'
import { createFrames } from './frames.ts'
import type { Frames } from './frames.ts'
import { createLineBatch } from './line-batch.ts'
import { createLineMaterial, drawingUniforms } from './line-material.ts'
import type { Touchable } from './nearest.ts'
import { lengthMm, outlineOf, writeCircle } from './outline.ts'
import { palette } from './palette.ts'
import type { Growing } from './pen.ts'
import { createPlateBatch } from './plate-batch.ts'
import { createPlateMaterial } from './plate-material.ts'
import { createPlateTiles } from './plate-tiles.ts'

export interface Author {
  name: string
  mark: PersonMark
}

export interface AnnotationsOptions {
  thing(anchor: string): Object3D | undefined
  author(person: string): Author
  length(mm: number): string
  /** What this person drew is there at once: it was seen growing under the pen. */
  isOwn(person: string): boolean
  /** Nothing grows. */
  still(): boolean
  openTiles?: typeof createPlateTiles
}

/** An annotation as it is shown: what it is touched at, and since when. */
export interface Shown extends Touchable {
  readonly annotation: Annotation
  /** Seconds at which each point of the line is reached. */
  readonly births: readonly number[]
}

/** Where the pen is. mm triple in the workplace. */
export interface Cursor {
  readonly at: number[]
  color: number
  visible: boolean
}

/** Everything that is drawn in space, in four draw calls. A frame allocates nothing. */
export interface Annotations {
  readonly root: Group
  readonly frames: Frames
  readonly shown: ReadonlyMap<string, Shown>
  readonly cursor: Cursor
  /** What changed is shown from the first difference on. @param at once: it was there before one came */
  show(all: ReadonlyMap<string, Annotation>, atOnce?: boolean): void
  /** Shows one as pointed at. */
  point(key: string | null): void
  /** Names, language, marks: writes all plates anew. */
  relabel(): void
  /** Once a frame, when things are where they are drawn. */
  update(nowMs: number, growing: Growing | null): void
  dispose(): void
}

export function createAnnotations(options: AnnotationsOptions): Annotations {
  const frames = createFrames(options.thing)
  const uniforms = drawingUniforms(frames.texture())
  const tiles = (options.openTiles ?? createPlateTiles)(() => write())
  const tileTexture = { value: tiles.texture() }
  const lines = createLineBatch([createLineMaterial(uniforms, false), createLineMaterial(uniforms, true)])
  const plates = createPlateBatch([
    createPlateMaterial(uniforms, tileTexture, false),
    createPlateMaterial(uniforms, tileTexture, true),
  ])
  const root = new Group()
  root.add(...lines.meshes, ...plates.meshes)
  for (const mesh of [...lines.meshes, ...plates.meshes]) measurePixels(mesh, uniforms.pixel)

  const cursor: Cursor = { at: [0, 0, 0], color: 0, visible: false }
  const circle: number[] = []
  const markColor = new Color()
  let shown = new Map<string, Shown>()
  /** In order, with where each one's records begin. */
  let order: { item: Shown; lines: number; plates: number }[] = []
  let hot: string | null = null
  let settled = { lines: 0, plates: 0 }
  let nowS = 0
  let live = ''

  function write(from = 0, start = { lines: 0, plates: 0 }) {
    lines.rewind(start.lines)
    plates.rewind(start.plates)
    tiles.begin()
    order.forEach((entry, i) => {
      if (i < from) return void plateOf(entry.item)
      entry.lines = lines.length
      entry.plates = plates.length
      writeOne(entry.item)
    })
    settled = { lines: lines.length, plates: plates.length }
    live = ''
  }
  function writeOne(item: Shown) {
    const { annotation, key, line, births } = item
    lines.look.row = frames.row(annotation.anchor)
    lines.look.color = annotation.color % palette.length
    lines.look.hot = key === hot
    addShape(lines, annotation.shape, line, births)
    const tile = plateOf(item)
    if (!tile) return
    const { shape, points } = annotation
    const at = shape === 'measure' ? middleOf(points) : points
    const index = shape === 'stroke' ? points.length / 3 - 1 : 0
    plates.add(at, index, tile, placeOf(item, shape === 'label' ? 1.6 : 0.9))
  }
  function placeOf({ annotation, key, births }: Shown, lift: number) {
    markColor.set(options.author(annotation.by).mark.colour)
    const { row, color } = lines.look
    return { row, color, lift, hot: key === hot, mark: markColor, born: births[0] ?? 0 }
  }
  /** Words and their author; a length; and over a line that somebody else is drawing just now, who it is. */
  function plateOf({ annotation }: Shown) {
    const { shape, text = '', points, by, done } = annotation
    const { name, mark } = options.author(by)
    if (shape === 'label') return tiles.tile({ text, author: name, mark: mark.shape })
    if (shape === 'measure')
      return tiles.tile({ text: options.length(lengthMm(points)), author: '', mark: mark.shape })
    return done ? null : tiles.tile({ text: '', author: name, mark: mark.shape })
  }
  function itemOf(key: string, annotation: Annotation, atOnce: boolean): Shown {
    const before = shown.get(key)
    if (before?.annotation === annotation) return before
    const { shape, anchor, points } = annotation
    const line = outlineOf(shape, points)
    const count = line.length / 3
    const births =
      atOnce || options.still() || options.isOwn(annotation.by)
        ? Array.from({ length: count }, () => 0)
        : growBirths(before?.births ?? [], before ? before.births.length : 0, count, nowS)
    return { key, anchor, line, isLabel: shape === 'label', annotation, births }
  }

  function writeGrowing(growing: Growing) {
    const { look } = lines
    look.row = frames.row(growing.anchor)
    look.color = growing.color % palette.length
    look.hot = false
    look.alongTo = 0
    const { shape, points, tail } = growing
    if (shape === 'stroke') {
      addPath(lines, points, null)
      if (tail.length > 0) addStretch(lines, points, points.length / 3 - 1, tail, 0)
      for (let i = 1; i < tail.length / 3; i++) addStretch(lines, tail, i - 1, tail, i)
    } else if (shape === 'circle' && points.length >= 9) addPath(lines, writeCircle(points, circle), null)
    else addShape(lines, shape, points, null)
    if (shape === 'measure' && points.length >= 6) writeLength(growing)
  }
  function writeLength({ points }: Growing) {
    const text = options.length(lengthMm(points))
    if (text !== live) {
      live = text
      tiles.begin()
      for (const { item } of order) plateOf(item)
    }
    const tile = tiles.tile({ text, author: '', mark: 'circle' })
    const { row, color } = lines.look
    if (tile)
      plates.add(middleOf(points), 0, tile, { row, color, lift: 0.9, hot: false, mark: markColor, born: 0 })
  }

  return {
    root,
    frames,
    get shown() {
      return shown
    },
    cursor,
    show(all, atOnce = false) {
      const next = [...all].map(([key, annotation]) => itemOf(key, annotation, atOnce))
      const differs = next.findIndex((item, i) => order[i]?.item !== item)
      const from = differs < 0 ? next.length : differs
      if (from === next.length && from === order.length) return
      const start = order[from] ?? settled
      order = next.map((item, i) => (i < from && order[i]) || { item, lines: 0, plates: 0 })
      shown = new Map(next.map((item) => [item.key, item]))
      write(from, start)
    },
    point(key) {
      if (key === hot) return
      hot = key
      write()
    },
    relabel: () => write(),
    update(nowMs, growing) {
      nowS = nowMs / 1000
      uniforms.time.value = nowS
      frames.update()
      lines.rewind(settled.lines)
      plates.rewind(settled.plates)
      if (growing) writeGrowing(growing)
      if (cursor.visible) writeCursor()
      lines.flush()
      plates.flush()
      uniforms.frames.value = frames.texture()
      tileTexture.value = tiles.texture()
    },
    dispose() {
      root.removeFromParent()
      lines.dispose()
      plates.dispose()
      tiles.dispose()
      frames.dispose()
    },
  }

  function writeCursor() {
    const { look } = lines
    look.row = 0
    look.color = cursor.color
    look.hot = false
    look.bornFrom = 0
    lines.add('ring', cursor.at, 0, cursor.at, 0)
  }
}

const middle = [0, 0, 0]

function middleOf(points: readonly number[]): readonly number[] {
  for (let axis = 0; axis < 3; axis++) middle[axis] = ((points[axis] ?? 0) + (points[3 + axis] ?? 0)) / 2
  return middle
}

const viewport = new Vector4()

/** Whatever is drawn into: a screen, an eye of a headset, a window through somebody's eyes. */
function measurePixels(mesh: Mesh, pixel: { value: number }): void {
  mesh.onBeforeRender = (renderer, _scene, camera) => {
    const { w } = renderer.getCurrentViewport(viewport)
    pixel.value = 2 / ((camera.projectionMatrix.elements[5] ?? 1) * Math.max(1, w))
    ;(mesh.material as ShaderMaterial).uniformsNeedUpdate = true
  }
}
