import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** 0 only when all is well, 1 when something was found or failed, 2 when the command was not understood. */
export type ExitCode = 0 | 1 | 2

export interface Output {
  line(text: string): void
  error(text: string): void
}

export interface Command {
  readonly name: string
  readonly usage: string
  /** One line in the list of commands. */
  readonly summary: string
  /** More, shown by `--help` of the command. */
  readonly help?: string
  run(args: readonly string[], output: Output): Promise<ExitCode>
}

/** What the person typed cannot be carried out as it stands; `message` says what to type instead. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/**
 * Options and positional arguments, strictly.
 * @throws {UsageError}
 */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  positionals: { least: number; most: number; what: string },
) {
  const parsed = parse(args, options)
  const { length } = parsed.positionals
  if (length < positionals.least || length > positionals.most)
    throw new UsageError(
      `expected ${positionals.what}, got ${length === 0 ? 'nothing' : parsed.positionals.join(' ')}`,
    )
  return parsed
}

function parse<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
