import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { TLSSocket } from 'node:tls'

export type HttpEnv = { Bindings: HttpBindings; Variables: { person: string } }
export type HttpContext = Context<HttpEnv>

/** The peer's address. Forwarding headers are not believed: anyone can send them. */
export function addressOf(context: HttpContext): string {
  return context.env.incoming.socket.remoteAddress ?? 'unknown'
}

/** Did the browser come over TLS: on our own HTTPS port, or to PUBLIC_URL behind a proxy that ends TLS? */
export function isSecure(context: HttpContext, publicUrl: string | undefined): boolean {
  if (context.env.incoming.socket instanceof TLSSocket) return true
  return publicUrl?.startsWith('https://') === true && context.req.header('host') === new URL(publicUrl).host
}
