import { chmod, open } from 'node:fs/promises'

const OWNER_ONLY = 0o600

/** Makes the SQLite file and its companions readable by their owner alone. SQLite gives companions made later the mode of the file. */
export async function closeToOthers(file: string): Promise<void> {
  await (await open(file, 'a', OWNER_ONLY)).close()
  for (const path of [file, `${file}-wal`, `${file}-shm`])
    await chmod(path, OWNER_ONLY).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw new Error(`Cannot close ${path} to others.`, { cause })
    })
}
