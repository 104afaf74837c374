import { ConfigError } from '../config.ts'
import { StorageError } from '../database/storage-error.ts'
import { UsageError, type Command, type ExitCode, type Output } from './command.ts'

/** Finds the command, runs it and turns every expected failure into a sentence on standard error and an exit code. */
export async function runCli(
  commands: readonly Command[],
  args: readonly string[],
  output: Output,
): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    output[name === undefined ? 'error' : 'line'](overview(commands))
    return name === undefined ? 2 : 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) {
    output.error(`unknown command '${name}'; there are: ${commands.map((known) => known.name).join(', ')}`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    output.line(
      [
        `sightline ${command.usage}`,
        '',
        command.summary,
        ...(command.help === undefined ? [] : ['', command.help]),
      ].join('\n'),
    )
    return 0
  }
  try {
    return await command.run(rest, output)
  } catch (error) {
    return tell(error, command, rest.includes('--json'), output)
  }
}

function tell(error: unknown, command: Command, json: boolean, output: Output): ExitCode {
  const usage = error instanceof UsageError
  if (!usage && !(error instanceof ConfigError) && !(error instanceof StorageError)) throw error
  if (json) output.line(JSON.stringify({ ok: false, error: error.message }))
  output.error(usage ? `${error.message}\nusage: sightline ${command.usage}` : error.message)
  return usage ? 2 : 1
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length))
  return [
    'Sightline, immersive training that is recorded.',
    '',
    ...commands.map(({ usage, summary }) => `  sightline ${usage.padEnd(width)}  ${summary}`),
    '',
    'Every command takes --help. Exit codes: 0 all is well, 1 something was found or failed, 2 not understood.',
  ].join('\n')
}
