import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** Every "no" over HTTP: a code for programs, what happened and what to do for people. */
export type HttpRefusal = {
  readonly status: ContentfulStatusCode
  readonly error: string
  readonly message: string
  readonly hint: string
}

export function refuse(
  { status, error, message, hint }: HttpRefusal,
  headers: Record<string, string> = {},
): Response {
  return Response.json(
    { error, message, hint },
    { status, headers: { 'cache-control': 'no-store', ...headers } },
  )
}

export const refusals = {
  malformed: (message: string): HttpRefusal => ({
    status: 400,
    error: 'malformed',
    message,
    hint: 'Reload the page; if it happens again, the page and the server are of different versions.',
  }),
  tooLarge: {
    status: 413,
    error: 'too-large',
    message: 'The request is larger than 16 KB.',
    hint: 'Send less.',
  },
  notJson: {
    status: 415,
    error: 'not-json',
    message: 'The body must be JSON.',
    hint: 'Send content-type: application/json.',
  },
  foreignOrigin: {
    status: 403,
    error: 'foreign-origin',
    message: 'This request comes from a page of another site.',
    hint: 'Open the training from its own address. Operators: set PUBLIC_URL when people use another name for this server.',
  },
  tooMany: {
    status: 429,
    error: 'too-many',
    message: 'Too many requests.',
    hint: 'Wait a few seconds and try again.',
  },
  needsGrant: (what: string): HttpRefusal => ({
    status: 403,
    error: 'needs-grant',
    message: `${what} needs an invitation.`,
    hint: 'Ask your instructor for an invitation link and open it on this device.',
  }),
  unknown: (what: string, hint: string): HttpRefusal => ({
    status: 404,
    error: 'unknown',
    message: `There is no such ${what}.`,
    hint,
  }),
  storage: (message: string): HttpRefusal => ({
    status: 503,
    error: 'storage-unavailable',
    message,
    hint: 'Nothing was lost. Try again in a moment; operators: see the server log.',
  }),
  fault: {
    status: 500,
    error: 'fault',
    message: 'Something went wrong on the server.',
    hint: 'Try again; operators: see the server log.',
  },
} as const
