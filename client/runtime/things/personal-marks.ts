import { CanvasTexture, Color, Mesh, MeshBasicMaterial, MeshStandardMaterial, PlaneGeometry } from 'three'
import type { Object3D } from 'three'
import type { MemberClient, MembersClient } from '#client/net/members.ts'
import { markOf, shapePaths } from '../avatars/mark-of.ts'
import type { PersonMark } from '../avatars/mark-of.ts'
import type { Readable } from '../readable.ts'
import { isInstance, numberOf } from './personal-thing.ts'
import type { Things } from './things.ts'

/** Says whose each person's own things are: by the person's colour and shape, name and number. */
export interface PersonalMarks {
  update(): void
}

/** In a model's extras: this mesh takes the colour; here is room for a label, [x, y, z, width, height] in its frame. */
interface MarkExtras {
  tint?: boolean
  label?: readonly [number, number, number, number, number]
}

interface Marked {
  readonly number: number
  readonly tinted: readonly MeshStandardMaterial[]
  readonly labels: readonly Label[]
  shown: string
}

interface Label {
  readonly draw: (mark: PersonMark, words: string) => void
}

const LABEL_PX = 160

export function createPersonalMarks(
  things: Pick<Things, 'solids'>,
  members: Readable<MembersClient>,
): PersonalMarks {
  const marked: Marked[] = []
  let known = 0
  let seen: MembersClient | null = null

  return {
    update() {
      const now = members.get()
      if (now === seen && known === things.solids.length) return
      seen = now
      for (; known < things.solids.length; known += 1) {
        const thing = things.solids[known]
        if (thing && isInstance(thing.id)) marked.push(dress(thing.object, numberOf(thing.id)))
      }
      for (const each of marked) show(each, ownerOf(now, each.number))
    },
  }
}

function ownerOf({ people }: MembersClient, number: number): MemberClient | undefined {
  return Object.values(people).find((person) => person.number === number)
}

function dress(root: Object3D, number: number): Marked {
  const tinted: MeshStandardMaterial[] = []
  const labels: Label[] = []
  root.traverse((object) => {
    const { tint, label } = object.userData as MarkExtras
    if (tint && object instanceof Mesh && object.material instanceof MeshStandardMaterial) {
      object.material = object.material.clone()
      tinted.push(object.material as MeshStandardMaterial)
    }
    if (label) labels.push(createLabel(object, label))
  })
  return { number, tinted, labels, shown: '' }
}

function show(thing: Marked, owner: MemberClient | undefined): void {
  const mark = markOf(owner?.slot || thing.number)
  const words = owner?.name || String(thing.number)
  const shown = `${mark.colour} ${mark.shape} ${words}`
  if (shown === thing.shown) return
  thing.shown = shown
  for (const material of thing.tinted) material.color = new Color(mark.colour)
  for (const label of thing.labels) label.draw(mark, words)
}

function createLabel(on: Object3D, [x, y, z, width, height]: NonNullable<MarkExtras['label']>): Label {
  const canvas = document.createElement('canvas')
  canvas.width = LABEL_PX
  canvas.height = Math.round((LABEL_PX * height) / width)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = 'srgb'
  const plate = new Mesh(new PlaneGeometry(width, height), new MeshBasicMaterial({ map: texture }))
  plate.position.set(x, y, z)
  on.add(plate)
  return {
    draw(mark, words) {
      const context = canvas.getContext('2d')
      if (!context) return
      const size = canvas.height
      context.fillStyle = '#f7f4ee'
      context.fillRect(0, 0, canvas.width, size)
      context.save()
      context.translate(size * 0.1, size * 0.14)
      context.scale((size * 0.72) / 16, (size * 0.72) / 16)
      context.fillStyle = mark.colour
      context.strokeStyle = '#17181a'
      const shape = new Path2D(shapePaths[mark.shape])
      // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
      context.fill(shape)
      context.stroke(shape)
      context.restore()
      context.fillStyle = '#17181a'
      context.font = `600 ${Math.round(size * 0.42)}px "Barlow", sans-serif`
      context.textBaseline = 'middle'
      context.fillText(words, size * 0.95, size * 0.53, canvas.width - size)
      texture.needsUpdate = true
    },
  }
}
