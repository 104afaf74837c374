import type { Grant, Invite, Pairing, PeopleStore } from '#server/people/people-store.ts'

/** People in memory, for tests. */
export function memoryPeople(): PeopleStore {
  const labels = new Map<string, string>()
  const grants = new Map<string, Grant[]>()
  const pairings = new Map<string, Pairing>()
  const invites = new Map<string, Invite>()
  const spent = new Set<string>()
  const grantsOf = (person: string): Grant[] => grants.get(person) ?? []
  return {
    addPerson: async () => {},
    setLabel: async ({ person, text }) => void labels.set(person, text),
    label: async (person) => labels.get(person),
    grants: async (person) => grantsOf(person),
    async addPairing(pairing) {
      for (const [hash, { person }] of pairings) if (person === pairing.person) pairings.delete(hash)
      pairings.set(pairing.codeHash, pairing)
    },
    async redeemPairing({ codeHash, nowMs }) {
      const pairing = pairings.get(codeHash)
      pairings.delete(codeHash)
      return pairing !== undefined && pairing.expiresAtMs > nowMs ? pairing.person : undefined
    },
    addInvite: async (invite) => void invites.set(invite.tokenHash, invite),
    async redeemInvite({ tokenHash, person, nowMs }) {
      const invite = invites.get(tokenHash)
      if (invite === undefined || invite.expiresAtMs <= nowMs) return undefined
      const { grant, uses } = invite
      if (grantsOf(person).some((other) => other.kind === grant.kind && other.scenario === grant.scenario))
        return grant
      if (uses < 1) return undefined
      invites.set(tokenHash, { ...invite, uses: uses - 1 })
      grants.set(person, [...grantsOf(person), grant])
      return grant
    },
    async spendTicket({ id }) {
      if (spent.has(id)) return false
      spent.add(id)
      return true
    },
  }
}
