export type JoinSecret = { kind: 'code'; code: string } | { kind: 'invite'; token: string } | { kind: 'none' }

/** What a join address carries: `/join/<code>` pairs a device, `/join/#invite=<token>` grants. A fragment never reaches the server's log. */
export function secretFrom({ pathname, hash }: { pathname: string; hash: string }): JoinSecret {
  const token = new URLSearchParams(hash.slice(1)).get('invite')
  if (token !== null && token !== '') return { kind: 'invite', token }
  const code = decodeURIComponent(pathname.split('/')[2] ?? '').trim()
  return code === '' ? { kind: 'none' } : { kind: 'code', code }
}
