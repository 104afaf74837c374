import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Guests } from './guests.ts'

/** What every adapter of the guests port must do. `open` gives an empty store. */
export function guestsContract(
  name: string,
  open: () => Promise<{ store: Guests; close(): Promise<void> }>,
): void {
  describe(name, () => {
    let store: Guests
    let close: () => Promise<void>
    beforeEach(async () => {
      ;({ store, close } = await open())
    })
    afterEach(() => close())

    test('PPL-30 a run’s code opens it any number of times until its end, and sharing again moves the end', async () => {
      await store.share({ codeHash: 'a', session: 's', expiresAtMs: 100, nowMs: 0 })
      await store.share({ codeHash: 'b', session: 't', expiresAtMs: 100, nowMs: 0 })
      const run = (codeHash: string, nowMs: number): Promise<string | undefined> =>
        store.sharedRun({ codeHash, nowMs })
      expect([await run('a', 1), await run('a', 99), await run('b', 99), await run('x', 1)]).toEqual([
        's',
        's',
        't',
        undefined,
      ])
      await store.share({ codeHash: 'a', session: 's', expiresAtMs: 200, nowMs: 99 })
      expect([await run('a', 100), await run('b', 100)]).toEqual(['s', undefined])
    })

    test('PPL-31 a guest is one of one run, for good', async () => {
      await store.invite({ session: 's', person: 'p', nowMs: 1 })
      await store.invite({ session: 's', person: 'p', nowMs: 2 })
      const invited = (session: string, person: string): Promise<boolean> =>
        store.isInvited({ session, person })
      expect([await invited('s', 'p'), await invited('t', 'p'), await invited('s', 'q')]).toEqual([
        true,
        false,
        false,
      ])
    })
  })
}
