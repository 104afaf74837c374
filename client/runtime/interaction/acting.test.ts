import { expect, test } from 'vitest'
import type { ClientEntity } from '#shared/protocol/views.ts'
import type { Side } from '../device/body.ts'
import type { Things } from '../things/things.ts'
import { createActing } from './acting.ts'
import type { ActionContext } from './actions.ts'

const documents: Readonly<Record<string, Partial<ClientEntity>>> = {
  lock: { affordances: [{ type: 'grab', key: 'key' }] },
  key: { affordances: [{ type: 'grab' }] },
  spanner: { affordances: [{ type: 'grab' }] },
}

/** A person with this in their hands; everything asked for is granted. */
function person(hands: Partial<Record<Side, string>>) {
  const sent: unknown[] = []
  const shown: unknown[] = []
  const acting = createActing({
    link: {
      async act(action, target, params) {
        sent.push([action, target, params])
        return { ok: true, tick: 1 }
      },
    },
    things: {
      document: (id: string) => documents[id],
      inHand: (side: Side) => hands[side],
      sideOf: (id: string) => (['left', 'right'] as const).find((side) => hands[side] === id),
      expect: (id: string, side: Side | null) => shown.push([id, side]),
      settle() {},
    } as unknown as Things,
    context: {} as ActionContext,
    reachTo: async () => {},
    onAnswer() {},
  })
  return { acting, sent, shown }
}

test.each(['left', 'right'] as const)(
  'RUN-18 with the key in the %s hand the locked thing comes into the other, and the key stays',
  async (side) => {
    const other = side === 'left' ? 'right' : 'left'
    const { acting, sent, shown } = person({ [side]: 'key' })
    await acting.act('lock', 'grab', side)
    expect(sent).toEqual([['grab', 'lock', { hand: other }]])
    expect(shown).toEqual([['lock', other]])
  },
)

test('RUN-18 for anything else the hand that is asked makes room: no key, or a key that does not fit', async () => {
  const without = person({ right: 'spanner' })
  await without.acting.act('lock', 'grab', 'right')
  expect(without.sent).toEqual([
    ['release', 'spanner', undefined],
    ['grab', 'lock', { hand: 'right' }],
  ])
  const withKey = person({ right: 'key' })
  await withKey.acting.act('spanner', 'grab', 'right')
  expect(withKey.sent).toEqual([
    ['release', 'key', undefined],
    ['grab', 'spanner', { hand: 'right' }],
  ])
})
