import type { Input } from '#shared/procedure/input.ts'
import type { Participant } from '#shared/procedure/state.ts'
import type { Attendance } from './attendance.ts'
import { longAway, putDown } from './lay-down.ts'
import type { Rules } from './rules.ts'
import type { Seat } from './seat.ts'

/** What the authority itself has to say in a tick: readings of bodies, bots' acts, things put down for who is long away. `apart` keeps one body's fault from the others. */
export function offerOwnInputs(
  rules: Rules,
  attendance: Attendance,
  apart: (seat: Seat, work: () => void) => void,
): void {
  const { state } = rules.runner
  const offer = (inputs: readonly Input[]): void => inputs.forEach((input) => rules.runner.offer(input))
  for (const seat of attendance.seats.members.values()) {
    const { person, pose } = seat
    if (pose !== undefined && isMeasured(state.participants[person]))
      apart(seat, () => offer(rules.observe(person, pose, (other) => attendance.poseOf(other))))
  }
  for (const [person, { bot }] of Object.entries(state.participants))
    if (bot === true) offer(rules.bot(person))
  for (const person of longAway(state)) offer(putDown(rules, person, attendance.poseOf(person)))
}

/** Of who has no role, nor stands in for somebody, the rules keep no readings: each would be new with every tick. */
function isMeasured(person: Participant | undefined): boolean {
  return person?.connected === true && (person.role !== '' || person.standIn !== undefined)
}
