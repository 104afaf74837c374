import { expect, test } from 'vitest'

import type { Outcome } from './run-group.ts'
import type { Call } from './worker.ts'
import { WriteQueue } from './write-queue.ts'

const call = (payload: unknown): Call => ({ store: 's', job: 'j', payload })
const done = (calls: readonly Call[]): Outcome[] => calls.map(({ payload }) => ({ ok: true, value: payload }))

test('DB-3 what is asked for while a group commits becomes the next group', async () => {
  const groups: unknown[][] = []
  const commits: (() => void)[] = []
  const queue = new WriteQueue((calls) => {
    groups.push(calls.map(({ payload }) => payload))
    return new Promise((resolve) => commits.push(() => resolve(done(calls))))
  })
  const first = queue.write(call(1))
  await Promise.resolve()
  await Promise.resolve()
  const others = [queue.write(call(2)), queue.write(call(3))]
  expect(groups).toEqual([[1]])
  commits[0]?.()
  await first
  await Promise.resolve()
  expect(groups).toEqual([[1], [2, 3]])
  commits[1]?.()
  expect(await Promise.all(others)).toEqual([2, 3])
})

test('DB-5 when the thread dies every waiting caller learns it and later ones do too', async () => {
  const queue = new WriteQueue(() => Promise.reject(new Error('thread ended')))
  const results = await Promise.allSettled([queue.write(call(1)), queue.write(call(2))])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(queue.write(call(3))).rejects.toThrow('thread ended')
})

test('DB-10 beyond 20,000 waiting writes the next is refused as busy', async () => {
  const queue = new WriteQueue((calls) => Promise.resolve(done(calls)))
  const accepted = Array.from({ length: 20_000 }, (_, i) => queue.write(call(i)))
  await expect(queue.write(call('one too many'))).rejects.toMatchObject({ reason: 'storage-busy' })
  expect((await Promise.all(accepted)).length).toBe(20_000)
})
