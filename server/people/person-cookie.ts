import { sign, verify } from './signed.ts'

/** RFC 6265bis: `__Host-` binds the cookie to this host over TLS; plain http cannot set it and gets its own name. */
const SECURE_NAME = '__Host-sightline'
const PLAIN_NAME = 'sightline'
/** The longest that browsers keep (RFC 6265bis, 5.5): 400 days. */
const MAX_AGE_S = 400 * 86_400

export function writePersonCookie(key: string, person: string, secure: boolean): string {
  const name = secure ? SECURE_NAME : PLAIN_NAME
  return `${name}=${sign(key, 'person', person)}; Path=/; Max-Age=${MAX_AGE_S}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** The person's UUID when the request carries our signed cookie for this kind of connection. */
export function readPersonCookie(key: string, header: string | null, secure: boolean): string | undefined {
  const name = secure ? SECURE_NAME : PLAIN_NAME
  for (const pair of (header ?? '').slice(0, 8192).split(';')) {
    const [left, ...right] = pair.split('=')
    if (left?.trim() !== name) continue
    const person = verify(key, 'person', right.join('=').trim())
    if (person !== undefined && /^[0-9a-f-]{36}$/.test(person)) return person
  }
  return undefined
}
