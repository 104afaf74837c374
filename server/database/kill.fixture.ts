/** Child process of the kill test: prints each id once its write has resolved, until it is killed. */
import { openDatabase } from './database.ts'
import { notesStore } from './notes-store.fixture.ts'

const database = await openDatabase({ directory: String(process.argv[2]), stores: [notesStore] })
const notes = database.bind(notesStore)
const lane = async (name: string): Promise<never> => {
  for (let i = 0; ; i++) {
    const id = `${process.pid}-${name}-${i}`
    await notes.write.add({ id, text: 'x'.repeat(200) })
    process.stdout.write(`${id}\n`)
  }
}
await Promise.all(['a', 'b', 'c', 'd'].map(lane))
