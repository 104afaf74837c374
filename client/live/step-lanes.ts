import type { LanguageMap } from '#shared/scenario/common.ts'
import type { LeadView } from '#shared/live/view.ts'

type Step = LeadView['steps'][number]

/** One step as a row across the lanes of the roles that do it. */
export interface LaneRow {
  id: string
  title: LanguageMap
  status: Step['status']
  /** One for each lane: is the step in it? */
  in: readonly boolean[]
  people: readonly string[]
}

export interface StepLanes {
  /** Roles that have steps of their own, in the scenario's order; none when everybody does everything. */
  lanes: readonly string[]
  rows: readonly LaneRow[]
  done: number
}

/** The procedure as lanes of roles, from top to bottom as it is done. A step without roles is everybody's. */
export function stepLanes(steps: LeadView['steps'], roles: readonly string[]): StepLanes {
  const lanes = roles.filter((role) => steps.some((step) => step.roles.includes(role)))
  return {
    lanes,
    rows: steps.map(({ id, title, status, roles: mine, people }) => ({
      id,
      title,
      status,
      in: lanes.map((lane) => mine.length === 0 || mine.includes(lane)),
      people,
    })),
    done: steps.filter(({ status }) => status === 'done' || status === 'skipped').length,
  }
}
