import type { SessionLink } from '#client/net/session-link.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { Body, Side } from './device/body.ts'
import type { ScreenDevice } from './device/screen-device.ts'
import type { Acting } from './interaction/acting.ts'
import type { Action, ActionContext } from './interaction/actions.ts'
import type { Interactable } from './interaction/interactables.ts'
import type { OwnTool } from './interaction/own-tool.ts'
import type { PanelButton } from './panels/instruction-content.ts'
import type { Readable } from './readable.ts'
import type { SessionAct, Trainee } from './trainee.ts'

export interface DeedsOptions {
  link: SessionLink
  acting: Acting
  context: ActionContext
  tool: OwnTool
  screen: Pick<ScreenDevice, 'squeeze'>
  body: Body
  interactables: Readable<readonly Interactable[]>
  focused: Readable<string | null>
  /** What a press of the main hand would do. */
  pointed(): Action | null
  inVr(): boolean
  walkTo(entity: string): Promise<boolean>
  onRefused(reason: string): void
}

/** What a person does by key, button, touch or from the list of things. */
export function createDeeds(options: DeedsOptions) {
  const { link, acting, context, tool, screen, body, interactables, focused } = options
  const { mainSide } = tool
  const offered = (entity: string) => interactables.get().find((item) => item.entity === entity)?.actions

  async function ask(action: SessionAct): Promise<IntentAnswer> {
    const answer = await link.act(action)
    if (!answer.ok) options.onRefused(answer.reason)
    return answer
  }
  function putDown(side: Side = mainSide()) {
    const held = tool.held()
    return held === undefined ? null : acting.act(held, 'release', side)
  }
  const perform: Trainee['perform'] = async (entity, action, params) => {
    if (action === 'squeeze') {
      screen.squeeze(body[mainSide()].trigger < 0.5)
      return { ok: true, tick: link.world.get().tick }
    }
    const found = offered(entity)?.find((each) => each.action === action)
    if (!options.inVr() && found?.enabled === false && context.distance(entity) > 1)
      await options.walkTo(entity)
    return acting.act(entity, action, mainSide(), params)
  }

  return {
    ask,
    perform,
    putDown,
    pullPin: () => acting.pullPin(mainSide()),
    pressPanel(id: PanelButton['id'], side: Side) {
      if (id === 'pull') return acting.pullPin(side)
      return id === 'release' ? putDown(side) : ask(id)
    },
    actOnPointed() {
      const action = focused.get() === null ? options.pointed() : null
      const entity = focused.get() ?? action?.entity
      const first = entity === undefined ? undefined : (offered(entity)?.[0]?.action ?? action?.action)
      if (entity !== undefined && first !== undefined) void perform(entity, first)
    },
  }
}
