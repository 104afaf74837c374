import type { Doing } from './doing.ts'
import type { HelpAsked, LiveState } from './state.ts'

export function askHelp(live: LiveState, { by, tell, stepAt }: Doing): LiveState {
  const step = stepAt(by)
  if (step === null) return live
  tell({ what: 'helpAsked', step, on: true })
  return { ...live, help: [...live.help, { person: by, step, helper: null }] }
}

/** Comes, or null: goes again; then somebody else may come. */
export function giveHelp(
  live: LiveState,
  person: string,
  helper: string | null,
  { tell }: Pick<Doing, 'tell'>,
): LiveState {
  const help = live.help.map((asked) => {
    if (asked.person !== person || asked.helper === helper) return asked
    const who = helper ?? asked.helper ?? undefined
    tell({ what: 'helping', person, step: asked.step, on: helper !== null }, who)
    return { ...asked, helper }
  })
  return { ...live, help }
}

/** What is not asked any more, or cannot be answered. */
export function dropHelp(
  live: LiveState,
  isOver: (asked: HelpAsked) => boolean,
  { tell }: Pick<Doing, 'tell'>,
): LiveState {
  const over = live.help.filter(isOver)
  if (over.length === 0) return live
  for (const { person, step, helper } of over) {
    if (helper !== null) tell({ what: 'helping', person, step, on: false }, helper)
    tell({ what: 'helpAsked', step, on: false }, person)
  }
  return { ...live, help: live.help.filter((asked) => !over.includes(asked)) }
}
