import { Hono } from 'hono'
import { z } from 'zod'
import { createCode, createToken, hashSecret, normaliseCode, sameSecret } from '#server/people/codes.ts'
import type { PeopleStore } from '#server/people/people-store.ts'
import { documentId } from '#shared/scenario/common.ts'
import type { HttpEnv } from './http-env.ts'
import type { Limits } from './guard.ts'
import { limitRate } from './guard.ts'
import { mayLead } from './may.ts'
import { readJson } from './read-json.ts'
import { refusals, refuse } from './refuse.ts'

const PAIRING_LIFE_MS = 10 * 60_000
const INVITE_LIFE_MS = 7 * 86_400_000
const INVITE_USES = 40

/** No controls, no line ends, nothing unseen that turns or hides text; joiners only where Arabic and Indic scripts need them (RFC 5892, A.1 and A.2). */
const visible =
  /^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?<=[\p{Script=Arabic}\p{M}])[\u200c\u200d](?=\p{L}))*$/u

const label = z.strictObject({
  name: z.string().trim().min(1, 'not empty').max(60).regex(visible, 'printable characters only'),
})
const code = z.strictObject({ code: z.string().max(32) })
const token = z.strictObject({ token: z.string().min(16).max(128) })
const invite = z.strictObject({ grant: z.enum(['exam', 'instructor']), scenario: documentId.optional() })

export type PeopleApiDeps = {
  readonly people: PeopleStore
  readonly nowMs: () => number
  /** Guesses at codes and tokens. */
  readonly guesses: Limits
  /** Where another device reaches this server. */
  readonly baseUrl: () => string
  /** The operator's own token; opens the instructor's door as often as it is shown. */
  readonly adminToken: string | undefined
}

/** Who am I, pairing of a second device, invitations. */
export function peopleApi({ people, nowMs, guesses, baseUrl, adminToken }: PeopleApiDeps): Hono<HttpEnv> {
  const api = new Hono<HttpEnv>()
  const isAdmin = (text: string): boolean => adminToken !== undefined && sameSecret(text, adminToken)
  /** The operator's token works through an invitation like any other, made for this moment. */
  async function inviteOnce(): Promise<string> {
    const tokenHash = hashSecret(createToken())
    await people.addInvite({
      tokenHash,
      grant: { kind: 'instructor' },
      uses: 1,
      expiresAtMs: nowMs() + 60_000,
    })
    return tokenHash
  }
  const me = async (person: string): Promise<object> => ({
    person,
    name: (await people.label(person)) ?? '',
    grants: await people.grants(person),
  })

  api.get('/me', async (context) => context.json(await me(context.get('person'))))

  api.put('/me', async (context) => {
    const body = await readJson(context, label)
    if (!body.ok) return body.response
    const person = context.get('person')
    await people.addPerson({ id: person, nowMs: nowMs() })
    await people.setLabel({ person, text: body.value.name })
    return context.json(await me(person))
  })

  api.post('/pairing', async (context) => {
    const person = context.get('person')
    const expiresAtMs = nowMs() + PAIRING_LIFE_MS
    const plain = createCode()
    await people.addPerson({ id: person, nowMs: nowMs() })
    await people.addPairing({ codeHash: hashSecret(plain), person, expiresAtMs })
    return context.json({ code: plain, url: `${baseUrl()}/join/${plain}`, expiresAt: expiresAtMs }, 201)
  })

  api.post('/pairing/redeem', limitRate(guesses), async (context) => {
    const body = await readJson(context, code)
    if (!body.ok) return body.response
    const plain = normaliseCode(body.value.code)
    const person =
      plain === undefined
        ? undefined
        : await people.redeemPairing({ codeHash: hashSecret(plain), nowMs: nowMs() })
    if (person === undefined)
      return refuse(
        refusals.unknown(
          'pairing code',
          'Codes last ten minutes and work once. Make a new one on the first device.',
        ),
      )
    context.set('person', person)
    return context.json(await me(person))
  })

  api.post('/invites/redeem', limitRate(guesses), async (context) => {
    const body = await readJson(context, token)
    if (!body.ok) return body.response
    const person = context.get('person')
    const tokenHash = isAdmin(body.value.token) ? await inviteOnce() : hashSecret(body.value.token)
    const grant = await people.redeemInvite({ tokenHash, person, nowMs: nowMs() })
    if (grant === undefined)
      return refuse(refusals.unknown('invitation', 'It may have ended or been used up. Ask for a new link.'))
    await people.addPerson({ id: person, nowMs: nowMs() })
    return context.json(await me(person))
  })

  api.post('/invites', async (context) => {
    const body = await readJson(context, invite)
    if (!body.ok) return body.response
    const { grant: kind, scenario } = body.value
    if (!mayLead(await people.grants(context.get('person')), scenario))
      return refuse(
        refusals.needsGrant(scenario === undefined ? 'Inviting others' : `Inviting others to "${scenario}"`),
      )
    const plain = createToken()
    const uses = kind === 'instructor' ? 1 : INVITE_USES
    const expiresAtMs = nowMs() + INVITE_LIFE_MS
    await people.addInvite({
      tokenHash: hashSecret(plain),
      grant: { kind, ...(scenario === undefined ? {} : { scenario }) },
      uses,
      expiresAtMs,
    })
    return context.json({ url: `${baseUrl()}/join/#invite=${plain}`, uses, expiresAt: expiresAtMs }, 201)
  })

  return api
}
