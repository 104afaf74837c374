import type { LiveAct, LiveAnswer, LiveRefusal } from '#shared/live/acts.ts'
import type { Annotation } from '#shared/live/state.ts'
import { writable } from '../readable.ts'
import type { Readable } from '../readable.ts'
import { createOutbox } from './outbox.ts'
import { createOwnDrawing } from './own-drawing.ts'
import type { Draft, OwnDrawing, Sending } from './own-drawing.ts'

export interface InkOptions {
  me(): string
  /** What the authority has. */
  drawings: Readable<ReadonlyMap<string, Annotation>>
  send(act: LiveAct): Promise<LiveAnswer>
  onRefused(reason: LiveRefusal): void
  /** Starts own ids: nobody may have used the same before in this session. */
  prefix: string
}

/** What is drawn, one's own before the authority has answered: at once there, at once gone; what it refuses is taken back. */
export interface Ink {
  /** In order of beginning; without what one is drawing just now. */
  readonly shown: Readable<ReadonlyMap<string, Annotation>>
  begin(draft: Draft): OwnDrawing
  /** No more points come. */
  finish(drawing: OwnDrawing): void
  erase(key: string): void
  /** One's own last one; false: there is none. */
  undo(): boolean
  eraseAll(): void
  /** Sends what there is to say, when it is time. */
  update(nowMs: number): void
  dispose(): void
}

/** What was answered and still is not seen by then was changed by somebody else. */
const SETTLED_MS = 3000

export function createInk({ me, drawings, send, onRefused, prefix }: InkOptions): Ink {
  const mine = new Map<string, Sending>()
  /** Key → when the authority said yes; null: not yet. */
  const erased = new Map<string, number | null>()
  const outbox = createOutbox(send)
  const shown = writable(compose())
  let count = 0
  let now = 0

  function compose(): ReadonlyMap<string, Annotation> {
    const all = new Map<string, Annotation>()
    for (const [key, annotation] of drawings.get())
      if (!mine.has(key) && !erased.has(key)) all.set(key, annotation)
      else show(key, all)
    for (const key of mine.keys()) if (!all.has(key)) show(key, all)
    return all
  }
  function show(key: string, all: Map<string, Annotation>) {
    const own = mine.get(key)
    if (own?.finished && !erased.has(key)) all.set(key, own.annotation())
  }
  function drop(own: Sending) {
    own.gone = true
    mine.delete(own.key)
    outbox.forget(own)
  }
  function reconcile() {
    const there = drawings.get()
    for (const own of mine.values()) {
      const found = there.get(own.key)
      if (found) own.seen = true
      const settled = own.completeMs !== null && (found?.done || now - own.completeMs > SETTLED_MS)
      if (settled || (own.seen && !found)) drop(own)
    }
    for (const [key, sinceMs] of erased)
      if (!mine.has(key) && (!there.has(key) || (sinceMs !== null && now - sinceMs > SETTLED_MS)))
        erased.delete(key)
    shown.set(compose())
  }
  function answered(own: Sending, done: boolean, points: number, answer: LiveAnswer) {
    if (answer.ok) {
      own.sent += points
      if (done) own.completeMs = now
    } else {
      if (!own.gone) onRefused(answer.reason)
      drop(own)
      // What got through of it is all there will be.
      if (own.sent > 0 && answer.reason === 'too-many') close(own.id)
    }
    reconcile()
  }
  function close(id: string) {
    outbox.add({ message: () => ({ act: 'draw-on', id, points: [], done: true }), answered() {} })
  }
  function erasing(keys: readonly string[], act: LiveAct) {
    outbox.add({ message: () => act, answered: (answer) => told(keys, answer) })
  }
  function told(keys: readonly string[], answer: LiveAnswer) {
    // Not there any more is as it was wished.
    const gone = answer.ok || answer.reason === 'unknown-thing' || answer.reason === 'nothing-to-undo'
    for (const key of keys) {
      if (gone) erased.set(key, now)
      else erased.delete(key)
    }
    if (!gone) onRefused(answer.reason)
    reconcile()
  }
  /** True when the authority has heard of it, or is just being told. */
  function takeBack(key: string): boolean {
    const own = mine.get(key)
    if (!own) return true
    const known = own.seen || own.sent > 0 || outbox.isSending(own)
    drop(own)
    return known
  }

  const stop = drawings.subscribe(reconcile)
  const ink: Ink = {
    shown,
    begin(draft) {
      const own = createOwnDrawing(me(), `${prefix}${(count++).toString(36)}`, draft)
      mine.set(own.key, own)
      outbox.add({
        of: own,
        message: () => own.message(),
        isOver: (act) => 'done' in act && act.done,
        answered(answer, act) {
          const { points, done } = act as { points: readonly number[]; done: boolean }
          answered(own, done, points.length / 3, answer)
        },
      })
      return own
    },
    finish(drawing) {
      const own = mine.get(drawing.key)
      if (!own) return
      own.finished = true
      shown.set(compose())
    },
    erase(key) {
      if (erased.has(key)) return
      if (takeBack(key)) {
        erased.set(key, null)
        erasing([key], { act: 'erase', key })
      }
      shown.set(compose())
    },
    undo() {
      const last = [...shown.get()].findLast(([, { by }]) => by === me())
      if (last) ink.erase(last[0])
      return last !== undefined
    },
    eraseAll() {
      const keys = [...shown.get().keys()].filter(takeBack)
      for (const key of keys) erased.set(key, null)
      if (keys.length > 0) erasing(keys, { act: 'erase-all' })
      shown.set(compose())
    },
    update(nowMs) {
      now = nowMs
      outbox.update(nowMs)
      if (mine.size === 0 && erased.size === 0) return
      for (const own of mine.values())
        if (own.completeMs !== null && nowMs - own.completeMs > SETTLED_MS) return reconcile()
      for (const sinceMs of erased.values())
        if (sinceMs !== null && nowMs - sinceMs > SETTLED_MS) return reconcile()
    },
    dispose() {
      stop()
      outbox.dispose()
    },
  }
  return ink
}
