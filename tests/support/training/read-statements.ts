import type { RunningServer } from '../start-server.ts'

/** For `startServer({env})`: the built-in record store with a key that the test knows. */
export const RECORDS = { XAPI_KEY: 'e2e-reader', XAPI_SECRET: 'e2e-secret-0123456789' }

export interface ReadStatement {
  actor: { account: { name: string } }
  verb: { id: string }
  object: { id: string }
  context: { team?: { member: { account: { name: string } }[] } }
}

/** What the record store holds, as any client of it reads it. */
export async function readStatements(server: RunningServer): Promise<ReadStatement[]> {
  const response = await fetch(new URL('/xapi/statements?limit=500', server.http), {
    headers: {
      authorization: `Basic ${btoa(`${RECORDS.XAPI_KEY}:${RECORDS.XAPI_SECRET}`)}`,
      'x-experience-api-version': '1.0.3',
    },
  })
  const { statements } = (await response.json()) as { statements: ReadStatement[] }
  return statements
}
