import { shapePaths } from '#client/runtime/avatars/mark-of.ts'
import type { PersonMark as Mark } from '#client/runtime/avatars/mark-of.ts'

/** The colour and shape that a person's avatar bears. For eyes: the name always stands beside it. */
export function PersonMark({ mark: { colour, shape } }: { mark: Mark }) {
  return (
    <svg className="person-mark" viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapePaths[shape]} fill={colour} stroke="rgb(8 13 15 / 0.55)" />
    </svg>
  )
}
