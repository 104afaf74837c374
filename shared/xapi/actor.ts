/** Agents and groups (xAPI Data 2.4.2). */
import { z } from 'zod'

import { iri, mbox, sha1 } from './primitives.ts'

const identifiers = {
  mbox: mbox.exactOptional(),
  mbox_sha1sum: sha1.exactOptional(),
  openid: iri.exactOptional(),
  account: z.strictObject({ homePage: iri, name: z.string() }).exactOptional(),
}
const identifierNames = ['mbox', 'mbox_sha1sum', 'openid', 'account'] as const

type Identified = { readonly [K in (typeof identifierNames)[number]]?: unknown }

export function identifierCount(actor: Identified): number {
  return identifierNames.filter((name) => actor[name] !== undefined).length
}

const oneIdentifier = 'must have exactly one of mbox, mbox_sha1sum, openid, account'

const agentShape = { name: z.string().exactOptional(), ...identifiers }

export const agent = z
  .strictObject({ objectType: z.literal('Agent').exactOptional(), ...agentShape })
  .refine((value) => identifierCount(value) === 1, oneIdentifier)

/** As the object of a statement, where `objectType` cannot be left out: without it the object is an activity. */
export const agentObject = z
  .strictObject({ objectType: z.literal('Agent'), ...agentShape })
  .refine((value) => identifierCount(value) === 1, oneIdentifier)

/** Identified by one identifier, or anonymous with members. */
export const group = z
  .strictObject({ objectType: z.literal('Group'), member: z.array(agent).exactOptional(), ...agentShape })
  .refine((value) => identifierCount(value) <= 1, oneIdentifier)
  .refine(
    (value) => identifierCount(value) === 1 || value.member !== undefined,
    'an anonymous group must have members',
  )

export const actor = z.discriminatedUnion('objectType', [agent, group])

export type Agent = z.infer<typeof agent>
export type Group = z.infer<typeof group>
export type Actor = z.infer<typeof actor>
