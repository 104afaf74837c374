import type { LiveChange } from './change.ts'

/** What a transition gets besides the state: whose act it is, when, and where to tell what changed. */
export interface Doing {
  readonly by: string
  readonly atMs: number
  /** `of`: whose change it is, where it is not that of who acts. */
  tell(change: LiveChange, of?: string): void
  /** Id of the step that is due for this person; null: none is. */
  stepAt(person: string): string | null
}
