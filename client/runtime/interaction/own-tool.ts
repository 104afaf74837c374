import type { RuntimeSettings } from '../comfort.ts'
import type { Side } from '../device/body.ts'
import type { Readable } from '../readable.ts'
import { can } from '../things/can.ts'
import type { Things } from '../things/things.ts'
import { isReady, pinOf } from './actions.ts'
import type { ActionContext } from './actions.ts'

/** What this person has in hand, the stronger hand first. */
export interface OwnTool {
  mainSide(): Side
  held(): string | undefined
  /** It sprays as soon as it is squeezed. */
  isReady(): boolean
  pinIn(): boolean
}

export function createOwnTool(
  things: Things,
  context: ActionContext,
  settings: Readable<RuntimeSettings>,
): OwnTool {
  const mainSide = () => (settings.get().leftHanded ? 'left' : 'right')
  const held = () => things.inHand(mainSide()) ?? things.inHand(mainSide() === 'left' ? 'right' : 'left')

  function ready() {
    const tool = things.document(held() ?? '')
    return tool !== undefined && can(tool, 'spray') && isReady(tool, context)
  }
  return {
    mainSide,
    held,
    isReady: ready,
    pinIn() {
      const tool = held()
      return tool !== undefined && pinOf(tool, context) !== undefined && !ready()
    },
  }
}
