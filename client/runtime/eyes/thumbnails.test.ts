import { expect, test, vi } from 'vitest'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import type { Sight } from '../others.ts'
import type { Lens } from './lens.ts'
import { createThumbnails } from './thumbnails.ts'

vi.stubGlobal('ImageData', Object)

const person = (id: string): PlayedPerson => {
  const head = { position: new Float32Array(3), rotation: Float32Array.of(0, 0, 0, 1) }
  const pose = { head, gaze: head.rotation, left: null, right: null, discontinuity: false }
  return { slot: 1, person: id, pose, atMs: 0, fresh: true }
}
const world = {} as PublicWorldClient

function inHand() {
  const taken: string[] = []
  const painted: string[] = []
  const lens = {
    take: (_c: unknown, _t: unknown, sight: Sight) => taken.push(sight.through),
  } as unknown as Lens
  const reads: (() => void)[] = []
  const renderer = {
    readRenderTargetPixelsAsync: () => new Promise<void>((resolve) => reads.push(resolve)),
  } as unknown as Parameters<typeof createThumbnails>[1]
  const thumbnails = createThumbnails(lens, renderer)
  const canvas = (id: string, clientWidth = 100) =>
    ({
      clientWidth,
      getContext: () => ({
        canvas: { width: 1, height: 1, clientWidth },
        putImageData: () => painted.push(id),
      }),
    }) as unknown as HTMLCanvasElement
  let now = 0
  return {
    thumbnails,
    taken,
    painted,
    canvas,
    async run(ms: number, people: readonly PlayedPerson[], answers = true) {
      for (const untilMs = now + ms; now < untilMs; now += 10) {
        thumbnails.update(people, world, now)
        if (answers) for (const read of reads.splice(0)) read()
        await Promise.resolve()
        await Promise.resolve()
      }
    },
  }
}

test('EYES-70 in turn, eight a second together', async () => {
  const { thumbnails, taken, painted, canvas, run } = inHand()
  const all = ['ana', 'bo', 'cem']
  for (const id of all) thumbnails.show(id, canvas(id))
  await run(3000, all.map(person))
  expect(taken.length).toBeLessThanOrEqual(25)
  expect(taken.length).toBeGreaterThanOrEqual(23)
  for (const id of all) expect(taken.filter((each) => each === id).length).toBeGreaterThanOrEqual(7)
  expect(painted).toEqual(taken)
})

test('EYES-70 who is not to be seen, and what is not shown, takes no time', async () => {
  const { thumbnails, taken, canvas, run } = inHand()
  thumbnails.show('ana', canvas('ana'))
  thumbnails.show('bo', canvas('bo', 0))
  const stop = thumbnails.show('cem', canvas('cem'))
  await run(1000, [person('ana'), person('bo')])
  expect(new Set(taken)).toEqual(new Set(['ana']))
  stop()
  await run(1000, [person('cem')])
  expect(taken).not.toContain('cem')
})

test('EYES-70 the next one waits until the one before is painted', async () => {
  const { thumbnails, taken, canvas, run } = inHand()
  thumbnails.show('ana', canvas('ana'))
  await run(2000, [person('ana')], false)
  expect(taken.length).toBe(1)
})
