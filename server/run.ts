import { ConfigError } from './config.ts'
import { startServer } from './main.ts'

const DRAIN_WITHIN_MS = 20_000
const PARENT_CHECK_MS = 1000

/**
 * Runs the server as this process: drains on SIGTERM and SIGINT, and when the parent is gone (npm and npx signal only
 * their shell). Exits 0 after a clean drain, 1 when the start failed.
 */
export async function runServer(flags: readonly string[]): Promise<void> {
  const server = await startServer(flags, process.env).catch((error: unknown) => {
    process.stderr.write(
      error instanceof ConfigError
        ? `${error.message}\n`
        : `The server could not start.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.exit(1)
  })
  let leaving = false
  const leave = (): void => {
    if (leaving) return
    leaving = true
    setTimeout(() => process.exit(1), DRAIN_WITHIN_MS).unref()
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`The server did not stop cleanly.\n${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', leave).on('SIGINT', leave)
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) leave()
  }, PARENT_CHECK_MS).unref()
}
