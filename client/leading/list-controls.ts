import type { LiveAct } from '#shared/live/acts.ts'
import type { LiveView } from '#shared/live/view.ts'
import type { LeadingIconName } from './leading-icon.tsx'
import type { Offers } from './offers.ts'

export interface LeadControl {
  id: 'lead' | 'let-go' | 'follow' | 'summon' | 'halt' | 'ping' | 'look'
  label:
    | 'lead.take'
    | 'lead.takeBack'
    | 'lead.letGo'
    | 'lead.end'
    | 'lead.followMe'
    | 'lead.summonAll'
    | 'lead.halt'
    | 'lead.goOn'
    | 'lead.ping'
    | 'lead.look'
    | 'lead.lookOver'
  icon: LeadingIconName | 'pause' | 'play' | 'eye'
  /** Absent: the scene says where. */
  act?: LiveAct
  pressed?: boolean
  /** What comes first now. */
  strong: boolean
}

/** The buttons of who leads, in their order, as far as they are offered now. */
export function leadControls(
  live: LiveView,
  me: string,
  { may, lead }: Offers,
  /** There is a scene to point in. */
  inScene: boolean,
): LeadControl[] {
  const leads = live.leader === me
  const controls: (LeadControl | false)[] = [
    lead !== null && {
      id: 'lead',
      label: lead === 'take' ? 'lead.take' : 'lead.takeBack',
      icon: 'lead',
      act: { act: 'lead' },
      strong: live.leader === null || lead === 'take-back',
    },
    live.leader !== null &&
      may('let-go', 'other') && {
        id: 'let-go',
        label: leads ? 'lead.letGo' : 'lead.end',
        icon: 'stop',
        act: { act: 'let-go' },
        strong: false,
      },
    live.leader !== null &&
      may('follow-me', 'other') && {
        id: 'follow',
        label: 'lead.followMe',
        icon: 'follow',
        act: { act: 'follow-me', on: !live.followMe },
        pressed: live.followMe,
        strong: false,
      },
    inScene &&
      may('summon', 'other') && { id: 'summon', label: 'lead.summonAll', icon: 'call', strong: false },
    may('pause-all', 'other') && halt(live),
    inScene && may('ping', 'own') && { id: 'ping', label: 'lead.ping', icon: 'ping', strong: false },
    may('look-here', 'other') && look(live, inScene),
  ]
  return controls.filter((control) => control !== false)
}

const halt = ({ haltedBy }: LiveView): LeadControl => ({
  id: 'halt',
  label: haltedBy === null ? 'lead.halt' : 'lead.goOn',
  icon: haltedBy === null ? 'pause' : 'play',
  act: { act: 'pause-all', on: haltedBy === null },
  strong: haltedBy !== null,
})

function look({ lookHere }: LiveView, inScene: boolean): LeadControl | false {
  if (lookHere)
    return {
      id: 'look',
      label: 'lead.lookOver',
      icon: 'eye',
      act: { act: 'look-here', anchor: '', at: null },
      pressed: true,
      strong: false,
    }
  return inScene && { id: 'look', label: 'lead.look', icon: 'eye', strong: false }
}
