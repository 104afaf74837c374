import type { LaneRow } from './step-lanes.ts'

/** What stands between two places where something happens. */
export interface Fold {
  /** Of the first step in it. */
  id: string
  count: number
  done: number
}

const before = 1
const after = 2

/** Around what is due or has somebody at it the steps stand one by one, the others are counted; a single one is not folded. */
export function foldRows(rows: readonly LaneRow[]): (LaneRow | Fold)[] {
  const busy = rows.map(({ status, people }) => status === 'active' || people.length > 0)
  const isShown = (at: number) => busy.slice(Math.max(0, at - after), at + before + 1).includes(true)
  const folded: (LaneRow | Fold)[] = []
  let run: LaneRow[] = []
  const endRun = () => {
    const [first, ...more] = run
    if (first && more.length > 0)
      folded.push({ id: first.id, count: run.length, done: run.filter(isOver).length })
    else folded.push(...run)
    run = []
  }
  rows.forEach((row, at) => {
    if (!isShown(at)) return run.push(row)
    endRun()
    return folded.push(row)
  })
  endRun()
  return folded
}

const isOver = ({ status }: LaneRow) => status === 'done' || status === 'skipped'
