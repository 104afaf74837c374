import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { readPersonCookie, writePersonCookie } from '#server/people/person-cookie.ts'
import type { HttpEnv } from './http-env.ts'
import { isSecure } from './http-env.ts'

/** Every request to the API has a person: the one of the signed cookie, else a new pseudonym that the answer hands out. */
export function identify(cookieKey: string, publicUrl: string | undefined): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    const secure = isSecure(context, publicUrl)
    const known = readPersonCookie(cookieKey, context.req.header('cookie') ?? null, secure)
    const person = known ?? randomUUID()
    context.set('person', person)
    await next()
    if (context.get('person') !== known)
      context.header('set-cookie', writePersonCookie(cookieKey, context.get('person'), secure))
  }
}
