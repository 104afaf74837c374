import type { LiveAct } from '#shared/live/acts.ts'
import type { LiveChange } from '#shared/live/change.ts'
import { drawingChanges } from '#shared/live/drawing-changes.ts'
import { emptyLive } from '#shared/live/empty-live.ts'
import type { LiveState } from '#shared/live/state.ts'
import type { LiveRules } from './rules.ts'

/** Live sessions in fifty lines: spectators may raise a hand and watch, others whatever is known here; who leads already may not again. */
export function fakeLiveRules(live: () => LiveState | undefined): LiveRules {
  return {
    decide(act, { kind, person }, here) {
      if (kind === 'spectator' && act.act !== 'raise-hand' && act.act !== 'watch') return 'not-allowed'
      if (act.act === 'hint' && here(act.to) === undefined) return 'unknown-person'
      return act.act === 'lead' && live()?.leader === person ? 'already-so' : null
    },
    view({ live: state = emptyLive }, before) {
      const { watching, annotations: _drawn, drawn: _count, ...rest } = state
      const watchers = Object.fromEntries(Object.values(watching).map(({ of }) => [of, 1]))
      return same(before, { ...rest, help: [], poll: null, watchers })
    },
    lead({ tick }, before) {
      const status = tick < 5 ? 'active' : 'done'
      return same(before, {
        help: [{ person: 'p', step: 'one', helper: null, title: { en: 'One' } }],
        heat: null,
        pollEvery: 0,
        watching: {},
        steps: [{ id: 'one', title: { en: 'One' }, roles: [], status, people: [] }],
      })
    },
    drawings: drawingChanges,
  }
}

/** What an act that was let pass makes of it, and what is told of it. */
export function fakeLive(live: LiveState, by: string, act: LiveAct): { live: LiveState; change: LiveChange } {
  const { annotations, hands } = live
  const drawn: LiveChange = { what: 'hand', person: by, on: false }
  switch (act.act) {
    case 'lead':
      return {
        live: { ...live, leader: by },
        change: { what: 'led', leader: by, was: live.leader, how: 'taken' },
      }
    case 'raise-hand': {
      const others = hands.filter((person) => person !== by)
      return {
        live: { ...live, hands: act.on ? [...others, by] : others },
        change: { what: 'hand', person: by, on: act.on },
      }
    }
    case 'watch': {
      const { way, of } = act
      return {
        live: { ...live, watching: { ...live.watching, [by]: { way, of, sinceMs: 0 } } },
        change: drawn,
      }
    }
    case 'draw': {
      const { act: _act, id, ...annotation } = act
      const begun = { ...annotation, n: live.drawn + 1, by, atMs: 0 }
      const all = { ...annotations, [`${by}/${id}`]: begun }
      return { live: { ...live, annotations: all, drawn: begun.n }, change: drawn }
    }
    case 'erase-all':
      return { live: { ...live, annotations: {} }, change: drawn }
    case 'hint':
      return { live, change: { what: 'hinted', to: act.to, text: act.text, step: null } }
    default:
      return { live, change: drawn }
  }
}

export function fakeGone(live: LiveState, person: string): LiveState {
  const { [person]: _gone, ...watching } = live.watching
  return { ...live, watching, hands: live.hands.filter((other) => other !== person) }
}

function same<View>(before: View | undefined, made: View): View {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(made) ? before : made
}
