import { readFile, writeFile } from 'node:fs/promises'
import type { Lock } from './complete-lock.ts'
import { completeLock } from './complete-lock.ts'

// `npm run lock`, after every `npm install`.

const file = new URL('../../package-lock.json', import.meta.url)
const lock = JSON.parse(await readFile(file, 'utf8')) as Lock
const added = completeLock(lock)
if (added.length > 0) await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length === 0 ? 'The lock is complete.' : `Added to the lock: ${added.join(', ')}`)
