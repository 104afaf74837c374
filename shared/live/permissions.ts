import type { MemberKind } from '#shared/protocol/members.ts'
import type { LiveAct } from './acts.ts'
import type { Allowance, LiveState } from './state.ts'

/** `leader`: has the attention. `host`: an instructor, or the participant who began the run. One may be several of them. */
export type Standing = 'leader' | 'host' | 'participant' | 'spectator'
export type Whose = 'own' | 'other'
/** Every act, and to be heard, which is no act. */
export type Deed = LiveAct['act'] | 'speak'

/**
 * `drawing`: while allowed to draw. `speaking`: while allowed to speak, by name or with everybody; `named`: by name only.
 * `passed`: who passed the attention on.
 */
export type Right = 'yes' | 'drawing' | 'speaking' | 'named' | 'passed'
type Rights = Readonly<Partial<Record<Standing, Right>>>

const leading: Rights = { leader: 'yes', host: 'yes' }
const taking: Rights = { leader: 'yes', host: 'yes', participant: 'yes' }
const everybody: Rights = { leader: 'yes', host: 'yes', participant: 'yes', spectator: 'yes' }
const drawing: Rights = { leader: 'yes', host: 'yes', participant: 'drawing', spectator: 'drawing' }

/** Who may do what, to what is one's own or somebody else's. What does not stand here is denied. */
export const rights: Readonly<Record<Deed, Readonly<Partial<Record<Whose, Rights>>>>> = {
  lead: { own: { ...leading, participant: 'passed' } },
  pass: { other: leading },
  'let-go': { other: leading },
  'follow-me': { other: leading },
  summon: { other: leading },
  spotlight: { own: leading, other: leading },
  'share-view': { own: taking },
  'pause-all': { other: leading },
  step: { other: leading },
  hint: { other: leading },
  'raise-hand': { own: { host: 'yes', participant: 'yes', spectator: 'yes' } },
  'lower-hand': { own: everybody, other: leading },
  allow: { other: leading },
  ping: { own: { ...taking, spectator: 'drawing' } },
  'look-here': { other: leading },
  draw: { own: drawing },
  'draw-on': { own: drawing },
  erase: { own: everybody, other: leading },
  undo: { own: everybody },
  'erase-all': { other: leading },
  'ask-help': { own: taking },
  help: { other: taking },
  'take-over': { other: taking },
  'hand-back': { own: taking, other: { host: 'yes' } },
  polls: { other: leading },
  'ask-next': { other: leading },
  answer: { own: { host: 'yes', participant: 'yes', spectator: 'yes' } },
  watch: { own: everybody },
  speak: { own: { leader: 'yes', host: 'yes', participant: 'speaking', spectator: 'named' } },
}

/** Who asks: as what kind of member, and whether they may moderate (instructors, and who began the run). */
export interface LiveAsker {
  readonly person: string
  readonly kind: MemberKind
  readonly moderates: boolean
}

/** The part of the live session that rights depend on; `LiveView` has it, too. */
export type Granted = Pick<LiveState, 'leader' | 'passedBy' | 'mayDraw' | 'maySpeak'>

/** A spectator is nothing else, and who leads is no mere participant. */
export function standingsOf(
  { person, kind, moderates }: LiveAsker,
  live: Pick<Granted, 'leader'>,
): Standing[] {
  if (kind === 'spectator') return ['spectator']
  const leads = live.leader === person
  return [
    ...(leads ? ['leader' as const] : []),
    ...(kind === 'instructor' || moderates ? ['host' as const] : []),
    ...(kind === 'participant' && !leads ? ['participant' as const] : []),
  ]
}

export function mayDo(deed: Deed, whose: Whose, asker: LiveAsker, live: Granted): boolean {
  const given = rights[deed][whose]
  return standingsOf(asker, live).some((standing) => holds(given?.[standing], asker.person, live))
}

export function mayDraw(asker: LiveAsker, live: Granted): boolean {
  return mayDo('draw', 'own', asker, live)
}

/** Who is muted may not, whatever else is granted. */
export function maySpeak(asker: LiveAsker, live: Granted, muted: boolean): boolean {
  return !muted && mayDo('speak', 'own', asker, live)
}

function holds(right: Right | undefined, person: string, live: Granted): boolean {
  switch (right) {
    case undefined:
      return false
    case 'yes':
      return true
    case 'drawing':
      return isAllowed(live.mayDraw, person)
    case 'speaking':
      return isAllowed(live.maySpeak, person)
    case 'named':
      return live.maySpeak.people.includes(person)
    case 'passed':
      return live.passedBy === person
  }
}

export function isAllowed({ everybody: all, people, not }: Allowance, person: string): boolean {
  return people.includes(person) || (all && !not.includes(person))
}
