import type { MembersClient } from '#client/net/members.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { createPoseDecoder } from '#shared/poses/pose-decoder.ts'
import { keepClock } from './clock-keeper.ts'
import { createPersonTrack } from './person-track.ts'
import type { PersonTrack } from './person-track.ts'
import type { PlayedPerson } from './played-pose.ts'
import { createSessionClock } from './session-clock.ts'
import type { SessionClock } from './session-clock.ts'

export interface PlaybackOptions {
  link: Pick<SessionLink, 'me' | 'members' | 'status' | 'onPoses' | 'requestClock'>
  /** The clock of the frames' timestamps (performance.now()). */
  nowMs: () => number
}

/** The others, as they move. */
export interface Playback {
  /** Once a frame: brings the clock and everybody to now. */
  step(nowMs: number): void
  /** Everybody but oneself who is to be seen in this frame; the same array and objects in every frame. */
  readonly people: readonly PlayedPerson[]
  readonly clock: SessionClock
  dispose(): void
}

interface Player extends PlayedPerson {
  person: string
  readonly track: PersonTrack
}

export function createPlayback({ link, nowMs }: PlaybackOptions): Playback {
  const clock = createSessionClock()
  const keeper = keepClock(link, clock, nowMs)
  const decoder = createPoseDecoder()
  const players = new Map<number, Player>()
  /** Those that belong to somebody else; a list, because the frame loop makes no iterators. */
  let others: Player[] = []
  const people: PlayedPerson[] = []

  function playerOf(slot: number): Player {
    const known = players.get(slot)
    if (known) return known
    const player = createPlayer(slot, personAt(link.members.get(), slot))
    players.set(slot, player)
    sort()
    return player
  }

  function sort() {
    others = [...players.values()].filter(({ person }) => person !== '' && person !== link.me.person)
  }

  function read(bytes: Uint8Array) {
    const frame = decoder.read(bytes)
    // The room knows whom it skipped and sends a key frame unasked.
    if (!frame.ok) return
    // Without the time there is no telling how late a sample is, but who stands still is told only once.
    const arrivalMs = clock.fixed ? clock.at(nowMs()) : null
    for (const slot of frame.gone) players.delete(slot)
    frame.samples.forEach(({ slot, sample }, index) => {
      const last = frame.samples[index + 1]?.slot !== slot
      playerOf(slot).track.hear(sample, last ? arrivalMs : null)
    })
    if (frame.gone.length > 0) sort()
  }

  /** A slot is reused: whoever has it now does not begin where somebody else stood. */
  function seat(members: MembersClient) {
    for (const [slot, player] of players) {
      const person = personAt(members, slot)
      if (player.person !== '' && person !== player.person) players.delete(slot)
      else player.person = person
    }
    sort()
  }

  const stops = [link.onPoses(read), link.members.subscribe(seat), keeper.dispose]
  return {
    people,
    clock,
    step(now) {
      keeper.step(now)
      let shown = 0
      if (clock.fixed) {
        const sessionMs = clock.at(now)
        for (let i = 0; i < others.length; i += 1) {
          const player = others[i]
          if (!player?.track.step(sessionMs)) continue
          people[shown] = player
          shown += 1
        }
      }
      if (people.length !== shown) people.length = shown
    },
    dispose() {
      for (const stop of stops) stop()
    },
  }
}

function createPlayer(slot: number, person: string): Player {
  const track = createPersonTrack()
  return {
    slot,
    person,
    track,
    pose: track.pose,
    get atMs() {
      return track.atMs
    },
    get fresh() {
      return track.fresh
    },
  }
}

function personAt({ people }: MembersClient, slot: number): string {
  for (const person in people) if (people[person]?.slot === slot) return person
  return ''
}
