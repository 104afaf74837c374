import { PerspectiveCamera, Quaternion, Vector3 } from 'three'
import type { WebGLRenderer } from 'three'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import type { Sight } from '../others.ts'
import { aimOf, createAim } from './aim.ts'
import type { Lens } from './lens.ts'
import { createPace } from './pace.ts'
import { createPictureTarget } from './picture.ts'
import { WINDOW_FOV } from './portal.ts'

/** Small views through people's eyes, drawn in turn. */
export interface Thumbnails {
  /** Until the answer is called. */
  show(person: string, canvas: HTMLCanvasElement): () => void
  update(people: readonly PlayedPerson[], world: PublicWorldClient, nowMs: number): void
  readonly pictures: number
  dispose(): void
}

interface Shown {
  person: string
  context: CanvasRenderingContext2D
}

/** All of them together: one is drawn while the others wait. */
const PER_SECOND = 8
const WIDTH = 320
const HEIGHT = 180
const SAMPLES = 4

export function createThumbnails(
  lens: Lens,
  renderer: Pick<WebGLRenderer, 'readRenderTargetPixelsAsync'>,
): Thumbnails {
  let shown: Shown[] = []
  let turn = 0
  let pictures = 0
  let reading = false
  let closed = false
  const isDue = createPace(PER_SECOND)
  const target = createPictureTarget(WIDTH, HEIGHT, SAMPLES)
  const camera = new PerspectiveCamera(WINDOW_FOV, WIDTH / HEIGHT, 0.05, 60)
  const bytes = new Uint8ClampedArray(WIDTH * HEIGHT * 4)
  const aim = createAim()
  const sight: { -readonly [Key in keyof Sight]: Sight[Key] } = {
    eye: new Vector3(),
    eyeRotation: new Quaternion(),
    people: [],
    through: '',
    world: null as unknown as PublicWorldClient,
  }

  async function copyTo({ context }: Shown) {
    reading = true
    try {
      await renderer.readRenderTargetPixelsAsync(target, 0, 0, WIDTH, HEIGHT, bytes)
      if (closed) return
      const { canvas } = context
      if (canvas.width !== WIDTH) canvas.width = WIDTH
      if (canvas.height !== HEIGHT) canvas.height = HEIGHT
      upsideDown(bytes)
      context.putImageData(new ImageData(bytes, WIDTH, HEIGHT), 0, 0)
    } catch (fault) {
      console.warn(fault)
    } finally {
      reading = false
    }
  }

  /** Who is to be seen, and whose canvas is, after the one before. */
  function next(people: readonly PlayedPerson[]): [Shown, PlayedPerson] | null {
    for (let i = 1; i <= shown.length; i += 1) {
      const at = (turn + i) % shown.length
      const each = shown[at]
      const played = people.find(({ person }) => person === each?.person)
      if (!each || !played || each.context.canvas.clientWidth === 0) continue
      turn = at
      return [each, played]
    }
    return null
  }

  return {
    get pictures() {
      return pictures
    },
    show(person, canvas) {
      const context = canvas.getContext('2d')
      if (!context) return () => {}
      const entry = { person, context }
      shown = [...shown, entry]
      return () => {
        shown = shown.filter((each) => each !== entry)
      }
    },
    update(people, world, nowMs) {
      if (shown.length === 0 || reading || !isDue(nowMs)) return
      const found = next(people)
      if (!found) return
      const [entry, { person, pose }] = found
      const { position, yaw, pitch } = aimOf(pose.head, aim)
      camera.position.copy(position)
      camera.rotation.set(pitch, yaw, 0, 'YXZ')
      sight.eye = camera.position
      sight.eyeRotation = camera.quaternion
      sight.people = people
      sight.through = person
      sight.world = world
      lens.take(camera, target, sight, nowMs)
      pictures += 1
      void copyTo(entry)
    },
    dispose() {
      closed = true
      shown = []
      target.dispose()
    },
  }
}

/** Textures count rows from below. */
function upsideDown(bytes: Uint8ClampedArray): void {
  const row = WIDTH * 4
  const kept = new Uint8ClampedArray(row)
  for (let y = 0; y < HEIGHT / 2; y += 1) {
    const above = y * row
    const below = (HEIGHT - 1 - y) * row
    kept.set(bytes.subarray(above, above + row))
    bytes.copyWithin(above, below, below + row)
    bytes.set(kept, below)
  }
}
