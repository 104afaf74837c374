import type { Compiled } from '#shared/procedure/compiled.ts'
import { ann, ben, cat, instructor, Team } from '#shared/procedure/team.fixture.ts'
import type { MemberKind } from '#shared/protocol/members.ts'
import type { ModeName } from '#shared/scenario/scenario.ts'
import type { LiveAct, LiveRefusal } from './acts.ts'
import { liveOf } from './at.ts'
import type { LiveChange } from './change.ts'
import { decide } from './decide.ts'
import type { LiveAsker } from './permissions.ts'
import type { LiveState } from './state.ts'

export { ann, ben, cat, instructor }
export const sam = '5a5a5a5a-0000-4000-8000-000000005a5a'
export const tess = '7e557e55-0000-4000-8000-000000007e55'

/** A team with an instructor and two who only watch; asks like the authority: decide, then let the engine take it. */
export class LiveTeam extends Team {
  readonly kinds = new Map<string, MemberKind>([
    [instructor, 'instructor'],
    [sam, 'spectator'],
    [tess, 'spectator'],
  ])
  host = ''

  here = (person: string): MemberKind | undefined => {
    const { [person]: participant } = this.state.participants
    if (participant?.bot || this.state.membership.removed.includes(person)) return undefined
    return this.kinds.get(person) ?? (participant?.connected ? 'participant' : undefined)
  }

  asker(person: string): LiveAsker {
    const kind = this.kinds.get(person) ?? 'participant'
    return { person, kind, moderates: kind === 'instructor' || person === this.host }
  }

  decide(person: string, act: LiveAct): LiveRefusal | null {
    return decide(act, this.asker(person), { compiled: this.compiled, state: this.state, here: this.here })
  }

  live(person: string, act: LiveAct): LiveRefusal | null {
    const refusal = this.decide(person, act)
    const { kind, moderates } = this.asker(person)
    this.take({ kind: 'live', by: person, as: kind, ...(moderates ? { moderates } : {}), act })
    return refusal
  }

  /** Acts that must succeed. */
  lives(...acts: readonly [person: string, act: LiveAct][]): void {
    for (const [person, act] of acts) {
      const refusal = this.live(person, act)
      if (refusal !== null) throw new Error(`${act.act} is refused: ${refusal}`)
    }
  }

  get now(): LiveState {
    return liveOf(this.state)
  }

  told<What extends LiveChange['what']>(
    what: What,
  ): { by: string; change: Extract<LiveChange, { what: What }> }[] {
    return this.seen('live').flatMap(({ by, change }) =>
      change.what === what ? [{ by, change: change as Extract<LiveChange, { what: What }> }] : [],
    )
  }
}

/** Ann leads the lockout, Ben and Cat are mechanics, and it has begun. */
export function liveTeam(compiled?: Compiled, mode?: ModeName): LiveTeam {
  const team = new LiveTeam(compiled, mode)
  team.join(ann, 'lead')
  team.join(ben, 'mechanic')
  team.act(ann, 'begin')
  team.act(ben, 'begin')
  team.join(cat, 'mechanic')
  return team
}
