import type { LanguageMap } from '#shared/scenario/common.ts'
import type { LeadView, LiveView } from '#shared/live/view.ts'

/** One option of the question, and how many chose it. */
export interface HeatRow {
  id: string
  title: LanguageMap
  count: number
  /** 0..100 of those who answered. */
  percent: number
  /** Null while the question is open. */
  correct: boolean | null
}

export function heatRows(poll: NonNullable<LiveView['poll']>, heat: LeadView['heat']): HeatRow[] {
  const counts = heat?.poll === poll.n ? heat.counts : {}
  const counted = poll.options.map(({ id, title }) => ({ id, title, count: counts[id] ?? 0 }))
  const sum = counted.reduce((all, { count }) => all + count, 0)
  return counted.map((row) => ({
    ...row,
    percent: sum === 0 ? 0 : Math.round((100 * row.count) / sum),
    correct: poll.correct === null ? null : poll.correct === row.id,
  }))
}
