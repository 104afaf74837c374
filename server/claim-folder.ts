import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from './config.ts'

/**
 * Makes sure that one server alone works in a data folder: two would both take up the same sessions. The lock is the
 * operating system's, on a file of its own, so it goes with the process however that ends. Returns what gives it back.
 *
 * @throws {ConfigError} when another server is at work there
 */
export function claimFolder(dataFolder: string): () => void {
  const path = join(dataFolder, 'in-use.sqlite')
  const lock = new DatabaseSync(path)
  try {
    chmodSync(path, 0o600) // whoever may open it could hold the lock
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new ConfigError(
      `The data folder ${dataFolder} is in use by another Sightline server. Stop that one, or name another folder with --data.`,
      { cause },
    )
  }
  return () => lock.close()
}
