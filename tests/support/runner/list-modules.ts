import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'

/** Names (without `.ts`) of the modules in a folder of tests/, sorted; tests beside them are left out. */
export async function listModules(folder: 'proofs' | 'bench'): Promise<string[]> {
  const files = await readdir(new URL(`../../${folder}/`, import.meta.url))
  return files
    .filter((file) => file.endsWith('.ts') && !/[.](test|fixture)[.]ts$/.test(file))
    .map((file) => basename(file, '.ts'))
    .toSorted()
}
