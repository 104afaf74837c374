import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { HttpEnv } from './http-env.ts'

/** The app as a listener of Node's HTTP servers, leaving Node's own Request and Response alone. */
export function requestListener(app: Hono<HttpEnv>): RequestListener {
  const listener = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
  })
  return (request, response) => void listener(request, response)
}
