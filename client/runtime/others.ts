import { Group } from 'three'
import type { Object3D, Quaternion, Texture, Vector3 } from 'three'
import { pick } from '#client/i18n/text.ts'
import type { MemberClient } from '#client/net/members.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { Avatars } from './avatars/avatars.ts'
import type { Company } from './avatars/company.ts'
import type { RuntimeSettings } from './comfort.ts'
import type { Side } from './device/body.ts'
import { watchHoldings } from './holdings.ts'
import type { PlayedHand, PlayedPerson, PlayedPose, PlayedRigid } from './motion/played-pose.ts'
import type { Readable } from './readable.ts'
import type { Words } from './words.ts'

export interface OthersOptions {
  link: Pick<SessionLink, 'edition' | 'me' | 'members' | 'world' | 'status' | 'onPoses' | 'requestClock'>
  /** Light that people stand in. */
  environment: Texture | null
  settings: Readable<RuntimeSettings>
  words: Words
  /** A thing of the workplace. */
  thing(entity: string): Object3D | undefined
}

/** A sight of the scene that is not the own one of now. */
export interface Sight {
  readonly eye: Vector3
  readonly eyeRotation: Quaternion
  readonly people: readonly PlayedPerson[]
  /** Through whose eyes it is; of them only hands are drawn. '' for nobody's. */
  readonly through: string
  readonly world: PublicWorldClient
}

/** Everybody else in the session: played and drawn from the moment on in which there is somebody. */
export interface Others {
  /** All that is drawn of them. */
  readonly root: Group
  /** First in a frame: brings everybody to now. */
  play(nowMs: number): void
  /** Everybody as they are now; the same array and objects in every frame. */
  readonly people: readonly PlayedPerson[]
  /** Then, before things are put into hands, draws them; the eye is where it is looked at from. */
  draw(deltaS: number, eye: Vector3, eyeRotation: Quaternion, sight: Sight | null): void
  /** The same people once more, to be drawn into something else; null until there are any. */
  castInto(scene: Object3D, world: () => PublicWorldClient): Avatars | null
  /** Somebody as they are shown now; null while they are not to be seen. */
  pose(person: string): PlayedPose | null
  /** A hand as it is shown now; null where there is none to see. */
  hand(person: string, side: Side): PlayedHand | null
  /** A head as it is shown now; null where there is none to see. */
  head(person: string): PlayedRigid | null
  /** Name of who else holds a thing; '' for nobody. */
  holderOf(entity: string): string
  /** The session's time; 0 while nobody is here to need it. */
  sessionMs(nowMs: number): number
  report(): PersonReport[]
  dispose(): void
}

export interface PersonReport {
  name: string
  role: string
  away: boolean
  /** Metres, workplace; null while not to be seen. */
  head: number[] | null
  holds: Partial<Record<Side, string>>
}

const nobody: readonly PlayedPerson[] = []

export function createOthers(options: OthersOptions): Others {
  const { link, settings, words } = options
  const root = new Group()
  let seen: Sight | null = null
  const held = watchHoldings({ get: () => seen?.world ?? link.world.get() })
  let company: Company | null = null
  let loading = false
  let closed = false
  let { language } = settings.get()

  const stops = [link.members.subscribe(() => void load()), settings.subscribe(translate)]
  void load()

  async function load() {
    if (loading || !isSomebodyHere()) return
    loading = true
    try {
      const { openCompany } = await import('./avatars/company.ts')
      if (!closed) company = openCompany({ ...options, scene: root, roleName, held })
    } catch (fault) {
      // The network: with the next change among the members it is tried again.
      loading = false
      console.warn(fault)
    }
  }
  function isSomebodyHere() {
    return others().length > 0
  }
  function others() {
    return Object.entries(link.members.get().people).filter(([id, { bot }]) => id !== link.me.person && !bot)
  }
  function translate() {
    if (settings.get().language === language) return
    ;({ language } = settings.get())
    company?.avatars.relabel()
  }
  function roleName({ kind, role }: MemberClient): string {
    const named = link.edition.roles.find(({ id }) => id === role)?.name
    if (named) return pick(named, language)
    return kind === 'instructor' ? words('person.instructor') : ''
  }
  function holds(person: string): PersonReport['holds'] {
    const [left, right] = [held(person, 'left'), held(person, 'right')]
    return { ...(left !== undefined && { left }), ...(right !== undefined && { right }) }
  }

  const played = () => company?.playback.people ?? nobody
  function pose(person: string): PlayedPose | null {
    for (const each of seen?.people ?? played()) if (each.person === person) return each.pose
    return null
  }

  return {
    root,
    play: (nowMs) => company?.playback.step(nowMs),
    get people() {
      return played()
    },
    draw(deltaS, eye, eyeRotation, sight) {
      seen = sight
      const people = sight?.people ?? played()
      company?.avatars.update(deltaS, people, link.members.get(), eye, eyeRotation, sight?.through)
    },
    castInto: (scene, shown) => company?.castInto(scene, watchHoldings({ get: shown })) ?? null,
    pose,
    hand: (person, side) => pose(person)?.[side] ?? null,
    head: (person) => pose(person)?.head ?? null,
    holderOf(entity) {
      const place = link.world.get().entities[entity]?.place
      return place?.kind === 'held' && place.by !== link.me.person
        ? (link.members.get().people[place.by]?.name ?? '')
        : ''
    },
    sessionMs: (nowMs) => (company?.playback.clock.fixed ? company.playback.clock.at(nowMs) : 0),
    report: () =>
      others().map(([id, { name, role, away }]) => {
        const now = played().find(({ person }) => person === id)
        return { name, role, away, head: now ? [...now.pose.head.position] : null, holds: holds(id) }
      }),
    dispose() {
      closed = true
      for (const stop of stops) stop()
      company?.dispose()
      root.removeFromParent()
    },
  }
}
