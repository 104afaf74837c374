import type { LiveAct } from './acts.ts'
import { followMe, giveAttention, lookHere, shareView, spotlight, summon } from './attention.ts'
import type { Doing } from './doing.ts'
import { begin, erase, goOn, lastOf } from './drawing.ts'
import { askHelp, dropHelp, giveHelp } from './help.ts'
import { allow, lowerHand, raiseHand } from './people.ts'
import { answer } from './poll.ts'
import type { LiveState } from './state.ts'
import { watch } from './watching.ts'

/**
 * What an act that `decide` let pass makes of the live session. What touches the procedure besides (`pause-all`, `step`,
 * `take-over`, `hand-back`, `ask-next`) the engine does, in `procedure/live.ts`.
 */
export function applyAct(act: LiveAct, live: LiveState, doing: Doing): LiveState {
  const { by, tell } = doing
  switch (act.act) {
    case 'lead':
      return giveAttention(live, by, null, 'taken', doing)
    case 'pass':
      return giveAttention(live, act.to, by, 'passed', doing)
    case 'let-go':
      return giveAttention(live, null, null, 'let-go', doing)
    case 'follow-me':
      return followMe(live, act.on, doing)
    case 'summon':
      return summon(live, act, doing)
    case 'spotlight':
      return spotlight(live, act.person === '' ? null : act.person, doing)
    case 'share-view':
      return shareView(live, act.on, doing)
    case 'watch':
      return watch(live, act, doing)
    case 'pause-all':
      tell({ what: 'halted', on: act.on })
      return { ...live, haltedBy: act.on ? by : null }
    case 'polls':
      tell({ what: 'pollEvery', every: act.every })
      return { ...live, pollEvery: act.every, pollCount: 0 }
    case 'answer':
      return answer(live, act.option, doing)
    case 'hint':
      tell({ what: 'hinted', to: act.to, text: act.text, step: doing.stepAt(act.to) })
      return live
    case 'raise-hand':
      return act.on ? raiseHand(live, doing) : lowerHand(live, by, doing)
    case 'lower-hand':
      return lowerHand(live, act.person, doing)
    case 'allow':
      return allow(live, act, doing)
    case 'ping':
      tell({ what: 'pinged', anchor: act.anchor, at: act.at })
      return live
    case 'look-here':
      return lookHere(live, act.anchor, act.at, doing)
    case 'draw':
      return begin(live, act, doing)
    case 'draw-on':
      return goOn(live, act, doing)
    case 'erase':
      return erase(live, [act.key], doing)
    case 'undo':
      return erase(live, lastOf(live, by), doing)
    case 'erase-all':
      return erase(live, Object.keys(live.annotations), doing)
    case 'ask-help':
      return act.on ? askHelp(live, doing) : dropHelp(live, (asked) => asked.person === by, doing)
    case 'help':
      return giveHelp(live, act.person, act.on ? by : null, doing)
    case 'step':
    case 'take-over':
    case 'hand-back':
    case 'ask-next':
      return live
  }
}
