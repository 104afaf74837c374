import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PeopleStore } from './people-store.ts'

/** What every adapter of the people port must do. `open` gives an empty store. */
export function peopleContract(
  name: string,
  open: () => Promise<{ store: PeopleStore; close(): Promise<void> }>,
): void {
  describe(name, () => {
    let store: PeopleStore
    let close: () => Promise<void>
    beforeEach(async () => {
      ;({ store, close } = await open())
    })
    afterEach(() => close())

    test('PPL-1 a label is kept apart from the person and replaced as a whole', async () => {
      const person = randomUUID()
      await store.addPerson({ id: person, nowMs: 1 })
      await store.addPerson({ id: person, nowMs: 2 })
      expect(await store.label(person)).toBeUndefined()
      await store.setLabel({ person, text: 'Ada' })
      await store.setLabel({ person, text: "Robert'); DROP TABLE person;--" })
      expect(await store.label(person)).toBe("Robert'); DROP TABLE person;--")
    })

    test('PPL-2 a pairing code works once, and not after its end', async () => {
      await store.addPairing({ codeHash: 'a', person: 'p', expiresAtMs: 100 })
      await store.addPairing({ codeHash: 'b', person: 'q', expiresAtMs: 100 })
      expect(await store.redeemPairing({ codeHash: 'x', nowMs: 50 })).toBeUndefined()
      expect(await store.redeemPairing({ codeHash: 'a', nowMs: 50 })).toBe('p')
      expect(await store.redeemPairing({ codeHash: 'a', nowMs: 50 })).toBeUndefined()
      expect(await store.redeemPairing({ codeHash: 'b', nowMs: 100 })).toBeUndefined()
    })

    test('PPL-3 two redeem one code at once: one gets it', async () => {
      await store.addPairing({ codeHash: 'a', person: 'p', expiresAtMs: 100 })
      const got = await Promise.all([1, 2, 3].map(() => store.redeemPairing({ codeHash: 'a', nowMs: 1 })))
      expect(got.filter((person) => person === 'p')).toHaveLength(1)
    })

    test('PPL-7 a new pairing code replaces the person’s older one', async () => {
      await store.addPairing({ codeHash: 'a', person: 'p', expiresAtMs: 100 })
      await store.addPairing({ codeHash: 'b', person: 'q', expiresAtMs: 100 })
      await store.addPairing({ codeHash: 'c', person: 'p', expiresAtMs: 100 })
      const redeem = (codeHash: string): Promise<string | undefined> =>
        store.redeemPairing({ codeHash, nowMs: 50 })
      expect([await redeem('a'), await redeem('b'), await redeem('c')]).toEqual([undefined, 'q', 'p'])
    })

    test('PPL-4 an invite gives its grant as often as it has uses, and takes none from who has it', async () => {
      const grant = { kind: 'exam', scenario: 'fire' } as const
      await store.addInvite({ tokenHash: 't', grant, uses: 2, expiresAtMs: 100 })
      const redeem = (person: string, nowMs = 1): Promise<unknown> =>
        store.redeemInvite({ tokenHash: 't', person, nowMs })
      expect([await redeem('a'), await redeem('a'), await redeem('b'), await redeem('c')]).toEqual([
        grant,
        grant,
        grant,
        undefined,
      ])
      expect([await store.grants('a'), await store.grants('c')]).toEqual([[grant], []])
      expect(await redeem('a', 100)).toBeUndefined()
    })

    test('PPL-5 a ticket is spent once', async () => {
      const spend = (nowMs: number): Promise<boolean> =>
        store.spendTicket({ id: 'j', expiresAtMs: 100, nowMs })
      expect(await Promise.all([spend(1), spend(1), spend(2)])).toEqual([true, false, false])
    })
  })
}
