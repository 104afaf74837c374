import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { openInstance } from '../instance.ts'
import { readArguments, UsageError, type Command } from './command.ts'

/** `sightline credentials`: the only place that tells key and secret of the built-in record store. */
export const credentialsCommand: Command = {
  name: 'credentials',
  usage: 'credentials [--data DIR] [--json]',
  summary: 'prints key and secret of the built-in record store',
  async run(args, output) {
    const { values } = readArguments(
      args,
      { json: { type: 'boolean' }, data: { type: 'string' } },
      { least: 0, most: 0, what: 'no argument' },
    )
    const config = readConfig(values.data === undefined ? [] : ['--data', values.data], process.env)
    const path = join(config.SIGHTLINE_DATA, 'instance.json')
    // Opening would make one, under a PUBLIC_URL that this shell may not have.
    await access(path).catch(() => {
      throw new UsageError(
        `${config.SIGHTLINE_DATA} has not been used by a server yet; start it once, or name the data folder with --data`,
      )
    })
    const { recordStore } = await openInstance(config, Date.now())
    if (values.json === true)
      output.line(JSON.stringify({ ok: true, key: recordStore.key, secret: recordStore.secret }))
    else output.line(`key    ${recordStore.key}\nsecret ${recordStore.secret}`)
    return 0
  },
}
