import type { LiveAct } from './acts.ts'
import type { Whose } from './permissions.ts'
import type { LiveState } from './state.ts'

/** Is what an act is about the actor's own, or somebody else's? What is everybody's is another's. */
export function whoseIs(act: LiveAct, by: string, live: LiveState): Whose {
  switch (act.act) {
    case 'pass':
    case 'hint':
      return mine(act.to === by)
    case 'spotlight':
    case 'lower-hand':
    case 'allow':
    case 'help':
    case 'take-over':
      return mine(act.person === by)
    case 'erase':
      return mine(act.key.startsWith(`${by}/`))
    case 'hand-back':
      return mine(live.takeOver?.helper === by || live.takeOver?.person === by)
    case 'lead':
    case 'share-view':
    case 'raise-hand':
    case 'ping':
    case 'draw':
    case 'draw-on':
    case 'undo':
    case 'ask-help':
    case 'answer':
    case 'watch':
      return 'own'
    case 'let-go':
    case 'follow-me':
    case 'summon':
    case 'pause-all':
    case 'step':
    case 'look-here':
    case 'erase-all':
    case 'polls':
    case 'ask-next':
      return 'other'
  }
}

function mine(own: boolean): Whose {
  return own ? 'own' : 'other'
}
