import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './http-env.ts'

const PERMISSIONS =
  'xr-spatial-tracking=(self), fullscreen=(self), gamepad=(self), screen-wake-lock=(self), microphone=(), camera=(), geolocation=(), payment=(), usb=()'

/** Sets on every answer what a browser must not do with our pages. WebSocket addresses are named because Safari's 'self' leaves them out. */
export const securityHeaders: MiddlewareHandler<HttpEnv> = async (context, next) => {
  await next()
  const { headers } = context.res
  const host = context.req.header('host') ?? ''
  const sockets = /^[A-Za-z0-9.:[\]-]{1,255}$/.test(host) ? ` ws://${host} wss://${host}` : ''
  headers.set(
    'content-security-policy',
    [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      `connect-src 'self' blob:${sockets}`,
      "media-src 'self' blob:",
      "worker-src 'self' blob:",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "object-src 'none'",
      "frame-ancestors 'self'",
    ].join('; '),
  )
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('permissions-policy', PERMISSIONS)
}
