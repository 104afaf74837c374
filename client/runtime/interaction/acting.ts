import type { IntentParams } from '#shared/procedure/intent.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import type { Side } from '../device/body.ts'
import { guestOf, socketOf } from '../things/socket-room.ts'
import type { Things } from '../things/things.ts'
import type { ActionContext } from './actions.ts'
import { isReady, pinOf } from './actions.ts'

/** Turns acts into intents: shows them at once where a hand does them, and tells what became of them. */
export interface Acting {
  /** Any action of an entity. `side` is the hand that does it. */
  act(entity: string, action: string, side: Side, params?: IntentParams): Promise<IntentAnswer>
  /** @param substitute the device sweeps by itself (aim assist), so the technique is not measured */
  squeeze(side: Side, on: boolean, substitute?: boolean): void
  /** Pulls the pin of what the hand (or the other hand) holds. */
  pullPin(side: Side): Promise<IntentAnswer> | null
}

export interface ActingOptions {
  link: Pick<SessionLink, 'act'>
  things: Things
  context: ActionContext
  /** Sends a flat screen's hand to a place, and waits until the others have been told. */
  reachTo(entity: string, side: Side): Promise<void>
  /** Every answer, also for acts nobody waits for. */
  onAnswer(entity: string, action: string, answer: IntentAnswer, reason: string | null): void
}

export function createActing({ link, things, context, reachTo, onAnswer }: ActingOptions): Acting {
  const squeezing: Partial<Record<Side, string>> = {}

  async function send(entity: string, named: string, given?: IntentParams): Promise<IntentAnswer> {
    const [action = named, topic] = named.split(':')
    const params = topic === undefined ? given : { ...given, topic }
    const answer = await link.act(action, entity, params)
    const tool = things.document(entity)
    const pinIn = !answer.ok && action === 'squeeze-begin' && tool && !isReady(tool, context)
    onAnswer(entity, action, answer, answer.ok ? null : pinIn ? 'pin-first' : answer.reason)
    return answer
  }

  async function act(
    entity: string,
    action: string,
    asked: Side,
    params: IntentParams = {},
  ): Promise<IntentAnswer> {
    if (action === 'put') return put(entity)
    const side = action === 'grab' ? handFor(entity, asked) : action === 'reach' ? freeHand(asked) : asked
    if (action === 'grab') {
      const full = things.inHand(side)
      if (full !== undefined) await act(full, 'release', side)
      things.expect(entity, side)
    }
    if (action === 'release') {
      squeeze(things.sideOf(entity) ?? side, false)
      things.expect(entity, null)
    }
    const hand = action === 'grab' || action === 'reach' ? { hand: side } : {}
    const all = { ...hand, ...params }
    const answer = await send(entity, action, Object.keys(all).length > 0 ? all : undefined)
    if (action === 'grab' || action === 'release') things.settle(entity, answer)
    return answer
  }

  /** The other one while this one has the key to it. */
  function handFor(entity: string, side: Side): Side {
    const key = things.document(entity)?.affordances.find(({ type }) => type === 'grab')?.['key']
    const other = side === 'left' ? 'right' : 'left'
    return key !== undefined && things.inHand(side) === key ? other : side
  }

  function freeHand(asked: Side): Side {
    return things.inHand(asked) === undefined ? asked : asked === 'left' ? 'right' : 'left'
  }

  async function put(entity: string): Promise<IntentAnswer> {
    const socket = socketOf(things.document(entity))
    const guest = socket && guestOf(socket, things)
    if (guest === undefined) return { ok: false, reason: 'not-held' }
    const side = things.sideOf(guest) ?? 'right'
    await reachTo(entity, side)
    return act(guest, 'release', side)
  }

  function squeeze(side: Side, on: boolean, substitute = false) {
    const tool = things.inHand(side)
    if (on && tool !== undefined && squeezing[side] === undefined) {
      squeezing[side] = tool
      void send(tool, 'squeeze-begin', substitute ? { substitute } : undefined)
    }
    const begun = squeezing[side]
    if (!on && begun !== undefined) {
      delete squeezing[side]
      void send(begun, 'squeeze-end')
    }
  }

  return {
    act,
    squeeze,
    pullPin(side) {
      const other = side === 'left' ? 'right' : 'left'
      for (const tool of [things.inHand(side), things.inHand(other)]) {
        const pin = tool === undefined ? undefined : pinOf(tool, context)
        if (pin && tool !== undefined && !isReady(things.document(tool) ?? pin, context))
          return act(pin.id, 'pull', side)
      }
      return null
    },
  }
}
