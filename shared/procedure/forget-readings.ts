import { own, type Draft } from './draft.ts'

/** Who is not measured any more has no readings. */
export function forgetReadings(draft: Draft, actor: string): void {
  const mine = Object.keys(draft.state.sensors).filter((key) => key.startsWith(`${actor}/`))
  if (mine.length === 0) return
  const sensors = own(draft, 'sensors')
  for (const key of mine) delete sensors[key]
}
