import { thinOut } from './thin-out.ts'

/** So many points as they came are decided on at the latest, so that deciding stays cheap. */
const LONGEST_TAIL = 96

/** A line as it is drawn: what is decided stays, for it has been sent; what came since is thinned out when it goes. mm triples. */
export interface Thinner {
  readonly decided: readonly number[]
  /** Since the last decided point, as they came. */
  readonly tail: readonly number[]
  add(x: number, y: number, z: number): void
  /** Without `all` the very last point stays open: the line may go straight on. */
  decide(all: boolean): void
}

export function createThinner(toleranceMm: number): Thinner {
  const decided: number[] = []
  let tail: number[] = []
  const thinner: Thinner = {
    decided,
    get tail() {
      return tail
    },
    add(x, y, z) {
      if (decided.length === 0) return void decided.push(x, y, z)
      const line = tail.length > 0 ? tail : decided
      if (line.at(-3) === x && line.at(-2) === y && line.at(-1) === z) return
      tail.push(x, y, z)
      if (tail.length > LONGEST_TAIL * 3) thinner.decide(false)
    },
    decide(all) {
      if (tail.length === 0) return
      const line = [...decided.slice(-3), ...tail]
      const kept = thinOut(line, toleranceMm).slice(1)
      const open = line.length / 3 - 1
      // A tail that is one long straight is cut all the same.
      const settled = all || (kept.length === 1 && tail.length > LONGEST_TAIL * 3) ? kept : kept.slice(0, -1)
      for (const i of settled) decided.push(...line.slice(i * 3, i * 3 + 3))
      const last = settled.at(-1)
      if (last !== undefined) tail = last === open ? [] : line.slice((last + 1) * 3)
    },
  }
  return thinner
}
