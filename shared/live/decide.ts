import type { LiveAct, LiveRefusal } from './acts.ts'
import { liveOf, type At } from './at.ts'
import { refuseDraw, refuseDrawOn, refuseErase, refuseSign } from './refuse-drawing.ts'
import { refuseAskHelp, refuseHandBack, refuseHelp, refuseTakeOver } from './refuse-help.ts'
import {
  refuseFollowMe,
  refuseLead,
  refuseLetGo,
  refusePass,
  refuseShareView,
  refuseSpotlight,
  refuseSummon,
  refuseWatch,
} from './refuse-attention.ts'
import { refuseAllow, refuseHand, refuseHint, refuseLowerHand } from './refuse-people.ts'
import { refuseAnswer, refuseAskNext, refusePauseAll, refusePolls, refuseStep } from './refuse-procedure.ts'
import { mayDo, type LiveAsker } from './permissions.ts'
import { whoseIs } from './whose.ts'

/** Why that may not be now; null: it may. Rights first, then what is known, then what is so already. */
export function decide(act: LiveAct, asker: LiveAsker, at: At): LiveRefusal | null {
  if (at.state.phase === 'ended' || at.here(asker.person) === undefined) return 'not-now'
  const live = liveOf(at.state)
  if (!mayDo(act.act, whoseIs(act, asker.person, live), asker, live)) return 'not-allowed'
  return refusalOf(act, asker, at)
}

function refusalOf(act: LiveAct, asker: LiveAsker, at: At): LiveRefusal | null {
  const { person } = asker
  const live = liveOf(at.state)
  switch (act.act) {
    case 'lead':
      return refuseLead(live, person)
    case 'pass':
      return refusePass(act, live, at)
    case 'let-go':
      return refuseLetGo(live)
    case 'follow-me':
      return refuseFollowMe(act, live)
    case 'summon':
      return refuseSummon(act, at)
    case 'spotlight':
      return refuseSpotlight(act, live, at)
    case 'share-view':
      return refuseShareView(act, live, person)
    case 'watch':
      return refuseWatch(act, live, person, at)
    case 'pause-all':
      return refusePauseAll(act, live, asker, at)
    case 'step':
      return refuseStep(act, at)
    case 'polls':
      return refusePolls(act, live, at)
    case 'ask-next':
      return refuseAskNext(live, at)
    case 'answer':
      return refuseAnswer(act, live, person, at)
    case 'hint':
      return refuseHint(act, at)
    case 'raise-hand':
      return refuseHand(act, live, person)
    case 'lower-hand':
      return refuseLowerHand(act, live)
    case 'allow':
      return refuseAllow(act, live, at)
    case 'ping':
      return refuseSign(act.anchor, act.at, at)
    case 'look-here':
      if (act.at !== null) return refuseSign(act.anchor, act.at, at)
      return live.lookHere === null ? 'already-so' : null
    case 'draw':
      return refuseDraw(act, live, person, at)
    case 'draw-on':
      return refuseDrawOn(act, live, person)
    case 'erase':
      return refuseErase(act.key, live)
    case 'undo':
      return Object.values(live.annotations).some(({ by }) => by === person) ? null : 'nothing-to-undo'
    case 'erase-all':
      return Object.keys(live.annotations).length > 0 ? null : 'nothing-to-undo'
    case 'ask-help':
      return refuseAskHelp(act, live, person, at)
    case 'help':
      return refuseHelp(act, live, person, at)
    case 'take-over':
      return refuseTakeOver(act, live, asker, at)
    case 'hand-back':
      return refuseHandBack(live)
  }
}
