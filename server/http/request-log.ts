import type { MiddlewareHandler } from 'hono'
import { performance } from 'node:perf_hooks'
import type { Log } from '#server/telemetry/log.ts'
import type { HttpEnv } from './http-env.ts'

/** Logs refused and failed requests: method, path and status. Never a query, a header or a body; ids in the path are pseudonyms, codes are cut off. */
export function requestLog(log: Log): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    const startMs = performance.now()
    await next()
    const { status } = context.res
    if (status < 400) return
    log(status >= 500 ? 'error' : 'warn', 'request', {
      method: context.req.method,
      path: withoutCode(context.req.path),
      status,
      ms: Math.round(performance.now() - startMs),
    })
  }
}

function withoutCode(path: string): string {
  return path.startsWith('/join/') ? '/join/…' : path.slice(0, 200)
}
