import type { Guests, SharedRun } from '#server/people/guests.ts'

/** Guests in memory, for tests. */
export function memoryGuests(): Guests {
  const shared = new Map<string, SharedRun>()
  const invited = new Set<string>()
  return {
    share: async (run) => void shared.set(run.codeHash, run),
    async sharedRun({ codeHash, nowMs }) {
      const run = shared.get(codeHash)
      return run !== undefined && run.expiresAtMs > nowMs ? run.session : undefined
    },
    invite: async ({ session, person }) => void invited.add(`${session} ${person}`),
    isInvited: async ({ session, person }) => invited.has(`${session} ${person}`),
  }
}
