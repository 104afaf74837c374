import { credentialsCommand } from './credentials-command.ts'
import { replayCommand } from './replay-command.ts'
import { runCli } from './run-cli.ts'
import { testCommand } from './test-command.ts'
import { validateCommand } from './validate-command.ts'
import { verifyCommand } from './verify-command.ts'
import type { Command } from './command.ts'

/** Loaded only when asked for: the server is by far the largest part. */
const startCommand: Command = {
  name: 'start',
  usage: 'start [--port N] [--https-port N] [--data DIR] [--host H]',
  summary: 'starts the server',
  help: 'Settings come from the environment too; see the README. Logs one line `ready {"http":…,"https":…}` when it serves.',
  run: async (args, output) => (await import('./start-command.ts')).serve(args, output),
}

const commands = [
  startCommand,
  validateCommand,
  testCommand,
  replayCommand,
  verifyCommand,
  credentialsCommand,
]
const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`)

const code = await runCli(commands, process.argv.slice(2), {
  line: write(process.stdout),
  error: write(process.stderr),
})
// Everything is closed by now; whatever still lingers must not keep a finished command alive.
process.exitCode = code
if (process.argv[2] === 'start') process.exit()
