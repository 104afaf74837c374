import { expect, test } from 'vitest'
import { tellTime } from './tell-time.ts'

test('ROOM-31 the question comes back as it was put, with the session time', () => {
  expect(tellTime({ t0: 812.5 }, 1234.25)).toEqual({ t0: 812.5, session: 1234.25 })
})

test('ROOM-31 what is no question gets no time', () => {
  for (const payload of [undefined, null, 5, {}, { t0: 'now' }, { t0: Number.NaN }, { t0: 1, session: 2 }])
    expect(tellTime(payload, 1)).toBeNull()
})
