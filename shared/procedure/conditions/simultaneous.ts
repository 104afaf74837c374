import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { own, type Draft } from '../draft.ts'
import { templateOf } from '../personal.ts'
import { actsIn } from '../who.ts'
import { defineCondition } from './define-condition.ts'

/** [act, number of the person, ms] of each that was done lately, the latest of each person. */
type Doing = readonly [act: number, person: number, atMs: number]

export const simultaneous = defineCondition({
  type: 'simultaneous',
  schema: z.strictObject({
    type: z.literal('simultaneous'),
    acts: z
      .array(
        z.strictObject({
          action: z.string().max(40),
          target: documentId.optional(),
          role: documentId.optional(),
        }),
      )
      .min(2)
      .max(6),
    withinMs: z.int().min(100).max(60_000),
  }),
  doc: 'Each of the acts was done by another person, all of them within that time.',
  compile(c, site) {
    const key = site.memoryKey()
    const { gate } = site.who(c)
    const wanted = c.acts.map(({ action, target, role }) => ({
      action,
      targets: target === undefined ? null : new Set(site.expand(target)),
      gate: role === undefined ? gate : new Set([role]),
    }))
    return (draft) => {
      const before = draft.state.memory[key] ?? []
      const lately = recent(triples(before), draft.state.timeMs - c.withinMs)
      const doings = [...lately, ...justDone(draft, wanted)].filter(
        ([act, person], i, all) => !all.slice(i + 1).some((later) => later[0] === act && later[1] === person),
      )
      const after = doings.flat()
      if (after.length !== before.length || after.some((n, i) => n !== before[i]))
        own(draft, 'memory')[key] = after
      return eachByAnother(doings, wanted.length)
    }
  },
})

interface Wanted {
  action: string
  targets: ReadonlySet<string> | null
  gate: ReadonlySet<string> | null
}

function justDone(draft: Draft, wanted: readonly Wanted[]): Doing[] {
  return draft.events.slice(draft.seenFrom, draft.seenTo).flatMap((event) => {
    if (event.type !== 'acted') return []
    const person = draft.state.participants[event.actor]
    return wanted.flatMap(({ action, targets, gate }, act): Doing[] => {
      const fits =
        event.action === action &&
        actsIn(gate, person) &&
        (targets === null || (event.target !== undefined && targets.has(templateOf(event.target))))
      return fits && person ? [[act, (person.standIn ?? person).number, event.atMs]] : []
    })
  })
}

function recent(doings: readonly Doing[], sinceMs: number): Doing[] {
  return doings.filter(([, , atMs]) => atMs >= sinceMs)
}

/** Can every act be told from a person of its own? */
function eachByAnother(
  doings: readonly Doing[],
  acts: number,
  from = 0,
  taken: readonly number[] = [],
): boolean {
  if (from === acts) return true
  return doings.some(
    ([act, person]) =>
      act === from && !taken.includes(person) && eachByAnother(doings, acts, from + 1, [...taken, person]),
  )
}

function triples(memory: readonly number[]): Doing[] {
  const doings: Doing[] = []
  for (let i = 0; i + 2 < memory.length; i += 3)
    doings.push([memory[i] ?? 0, memory[i + 1] ?? 0, memory[i + 2] ?? 0])
  return doings
}
