import type { SessionLink } from '#client/net/session-link.ts'
import { nothingSeen } from '#client/leading/corner-cards.ts'
import type { Seen } from '#client/leading/corner-cards.ts'
import { writable } from '../readable.ts'
import type { Readable } from '../readable.ts'

/** What this person has seen to in the headset, and the private words that came meanwhile. */
export interface SeenHere extends Readable<Seen> {
  see(change: Partial<Seen>): void
  answered(poll: number, option: string): void
  noted(person: string): void
  understood(hint: number): void
  dispose(): void
}

export function watchSeen(link: Pick<SessionLink, 'onCue' | 'live'>): SeenHere {
  const seen = writable<Seen>(nothingSeen)
  const see = (change: Partial<Seen>) => seen.set({ ...seen.get(), ...change })
  let count = 0
  const stops = [
    link.onCue((cue) => {
      if (cue.kind !== 'privateHint') return
      const hint = { id: (count += 1), by: cue.by, text: cue.text }
      see({ hints: [...seen.get().hints, hint] })
    }),
    // Who asks again later is told of again.
    link.live.subscribe(({ help }) => {
      const { wanted } = seen.get()
      const still = wanted.filter((asked) => help.some(({ person }) => person === asked))
      if (still.length < wanted.length) see({ wanted: still })
    }),
  ]
  return {
    ...seen,
    see,
    answered: (poll, option) => see({ answers: { ...seen.get().answers, [poll]: option } }),
    noted: (person) => see({ wanted: [...seen.get().wanted, person] }),
    understood: (hint) => see({ hints: seen.get().hints.filter(({ id }) => id !== hint) }),
    dispose() {
      for (const stop of stops) stop()
    },
  }
}
