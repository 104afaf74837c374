import type { LiveAct, LiveAnswer, LiveRefusal } from '#shared/live/acts.ts'
import { LIVE_LIMITS } from '#shared/live/limits.ts'
import type { Annotation } from '#shared/live/state.ts'
import { writable } from '../readable.ts'

/**
 * An authority at the far end of a line: acts arrive when the test says so, answers and what is told to everybody come back when it says
 * so, in any order between the two.
 */
export function createAuthority(me: string) {
  const told = writable<ReadonlyMap<string, Annotation>>(new Map())
  const acts: LiveAct[] = []
  let kept = new Map<string, Annotation>()
  let arriving: { act: LiveAct; answer: (answer: LiveAnswer) => void }[] = []
  let answers: (() => void)[] = []
  let refuse: LiveRefusal | null = null
  let n = 0

  function decide(act: LiveAct): LiveAnswer {
    if (refuse) return { ok: false, reason: refuse }
    if (act.act === 'draw') {
      const { id, shape, anchor, points, color, text, done } = act
      const key = `${me}/${id}`
      if (kept.has(key)) return { ok: false, reason: 'already-so' }
      const words = text === undefined ? {} : { text }
      kept.set(key, { n: n++, by: me, shape, anchor, points: [...points], color, ...words, done, atMs: 0 })
    } else if (act.act === 'draw-on') {
      const key = `${me}/${act.id}`
      const before = kept.get(key)
      if (!before) return { ok: false, reason: 'unknown-thing' }
      if (before.done) return { ok: false, reason: 'not-now' }
      const points = [...before.points, ...act.points]
      if (points.length / 3 > LIVE_LIMITS.pointsOfOne) return { ok: false, reason: 'too-many' }
      kept.set(key, { ...before, points, done: act.done })
    } else if (act.act === 'erase') {
      if (!kept.delete(act.key)) return { ok: false, reason: 'unknown-thing' }
    } else if (act.act === 'erase-all') {
      if (kept.size === 0) return { ok: false, reason: 'nothing-to-undo' }
      kept = new Map()
    }
    return { ok: true }
  }

  return {
    drawings: told,
    /** In the order in which they were sent. */
    acts,
    get kept(): ReadonlyMap<string, Annotation> {
      return kept
    },
    get waiting() {
      return arriving.length + answers.length
    },
    send(act: LiveAct): Promise<LiveAnswer> {
      acts.push(structuredClone(act))
      return new Promise((answer) => arriving.push({ act, answer }))
    },
    refuseWith(reason: LiveRefusal | null) {
      refuse = reason
    },
    /** What was sent is decided on. */
    arrive() {
      for (const { act, answer } of arriving) {
        const given = decide(act)
        answers.push(() => answer(given))
      }
      arriving = []
    },
    /** Answers come back. */
    async answer() {
      for (const give of answers) give()
      answers = []
      await Promise.resolve()
      await Promise.resolve()
      await Promise.resolve()
    },
    /** Everybody is told how it is now. */
    tell() {
      told.set(new Map(kept))
    },
    /** Somebody else's doing. */
    put(key: string, annotation: Annotation) {
      kept.set(key, annotation)
    },
    remove(key: string) {
      kept.delete(key)
    },
  }
}
