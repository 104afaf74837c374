import { startServer, type StartOptions } from '../main.ts'
import type { ExitCode, Output } from './command.ts'

const parentLookMs = 1000
/** A drain that hangs must not keep the port and the data folder. */
const drainWithinMs = 20_000

/** `sightline start`: serves until it is told to stop (SIGTERM, SIGINT) or its parent is gone, then drains. */
export async function serve(
  args: readonly string[],
  output: Output,
  options: StartOptions = {},
): Promise<ExitCode> {
  // npm and npx signal only their shell, which dies without telling us: then the parent changes.
  const parent = process.ppid
  let look: NodeJS.Timeout | undefined
  const told = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
    look = setInterval(() => process.ppid !== parent && resolve(), parentLookMs)
  })
  try {
    const server = await startServer(args, process.env, options)
    await told
    setTimeout(() => process.exit(1), drainWithinMs).unref()
    await server.stop()
    return 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    output.error(`That port is taken: ${(error as Error).message}. Choose another with --port.`)
    return 1
  } finally {
    clearInterval(look)
  }
}
