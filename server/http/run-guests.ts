import type { Guests } from '#server/people/guests.ts'
import type { PeopleStore } from '#server/people/people-store.ts'
import type { Journal, SessionRow } from '#server/sessions/journal.ts'
import { mayLead, mayStart } from './may.ts'

export type RunGuests = {
  /** The run, when this person has something to do with it. A run of others and one that never was look the same. */
  find(id: string, person: string): Promise<SessionRow | undefined>
  /** Began it, or may lead its scenario. */
  leads(row: SessionRow, person: string): Promise<boolean>
  /** In a mode that needs a grant, one's own or that of who leads the run counts. */
  mayTakePart(row: SessionRow, person: string): Promise<boolean>
}

/** Whose a run is: theirs who began it, take part, were invited, or may lead its scenario. */
export function runGuests({
  journal,
  guests,
  people,
}: {
  readonly journal: Pick<Journal, 'session'>
  readonly guests: Pick<Guests, 'isInvited'>
  readonly people: Pick<PeopleStore, 'grants'>
}): RunGuests {
  const leads: RunGuests['leads'] = async ({ host, scenario }, person) =>
    host === person || mayLead(await people.grants(person), scenario.id)
  return {
    leads,
    async find(id, person) {
      const row = await journal.session(id)
      if (row === undefined || row.persons.includes(person)) return row
      const isInvited = await guests.isInvited({ session: id, person })
      return isInvited || (await leads(row, person)) ? row : undefined
    },
    async mayTakePart({ host, mode, scenario }, person) {
      return (
        mayStart(mode, scenario.id, await people.grants(person)) ||
        mayLead(await people.grants(host), scenario.id)
      )
    },
  }
}
