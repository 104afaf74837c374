import type { DoorRefusal } from '#server/sessions/door.ts'
import type { HttpRefusal } from './refuse.ts'

/** Why somebody does not come into a run that they know of. */
export const doorRefusals: Readonly<Record<DoorRefusal | 'session-closed' | 'ended', HttpRefusal>> = {
  ended: {
    status: 409,
    error: 'ended',
    message: 'This run is over.',
    hint: 'Its debrief is ready; begin a new run from the lobby.',
  },
  removed: {
    status: 403,
    error: 'removed',
    message: 'You were removed from this run.',
    hint: 'Ask the person who leads it.',
  },
  locked: {
    status: 409,
    error: 'locked',
    message: 'This run lets nobody new in.',
    hint: 'Ask the person who leads it to unlock it.',
  },
  'role-full': {
    status: 409,
    error: 'role-full',
    message: 'All places in this role are taken.',
    hint: 'Choose another role, or come in to watch.',
  },
  'unknown-role': {
    status: 404,
    error: 'unknown-role',
    message: 'This scenario has no such role.',
    hint: 'Choose one of the roles that it has.',
  },
  'session-full': {
    status: 409,
    error: 'session-full',
    message: 'There are as many people in this run as it can hold.',
    hint: 'Try again when somebody has left.',
  },
  'session-closed': {
    status: 503,
    error: 'session-closed',
    message: 'This run cannot be entered at the moment.',
    hint: 'Try again in a few seconds.',
  },
}
