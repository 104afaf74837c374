import { verifyChain } from '#shared/session/log.ts'
import { readArguments, type Command } from './command.ts'
import { openSession } from './open-session.ts'

/** `sightline verify SESSION`: is the stored log the one that was sealed? */
export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify SESSION [--data DIR] [--json]',
  summary: 'checks the hash chain of a stored session',
  async run(args, output) {
    const { values, positionals } = readArguments(
      args,
      { json: { type: 'boolean' }, data: { type: 'string' } },
      { least: 1, most: 1, what: 'one SESSION' },
    )
    const { row, head, entries } = await openSession(positionals[0] ?? '', values.data)
    const chain = verifyChain(head, entries)
    if (values.json === true)
      output.line(
        JSON.stringify({
          ok: chain.ok,
          session: row.id,
          status: row.status,
          ...(chain.ok ? chain.value : { broken: chain.reason }),
        }),
      )
    else if (chain.ok)
      output.line(`${row.id}: ${chain.value.entries} entries, chain whole, last ${chain.value.last}`)
    else output.line(`${row.id}: entry ${chain.reason.n}: ${chain.reason.why}`)
    return chain.ok ? 0 : 1
  },
}
