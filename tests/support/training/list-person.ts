import type { wordsOf } from './document-words.ts'
import type { TrainingPage } from './training-page.ts'

/** A person at a keyboard who does everything by the list of things around them. */
export function createListPerson(training: TrainingPage, words: ReturnType<typeof wordsOf>) {
  const { page, until, pass } = training

  /** Waits, with session time, until the list offers it. */
  async function press(name: string | RegExp) {
    const button = page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    for (let rounds = 0; (await button.count()) === 0; rounds += 1) {
      if (rounds === 100) throw new Error(`the list does not offer ${name}`)
      await pass(50, 2)
    }
    await button.first().press('Enter')
  }
  const act = (action: string, thing: string) => press(words.buttonOf(action, thing))

  return {
    press,
    act,
    goTo: (spot: string) => press(words.spotName(spot)),
    lookAt: (thing: string) => press(`Look at ${words.nameOf(thing)}`),
    async take(thing: string) {
      await act('grab', thing)
      await until(`${thing} is in hand`, ({ entities }) => entities[thing]?.place === 'held')
    },
    async put(thing: string, socket: string) {
      await act('put', socket)
      await until(`${thing} is in ${socket}`, ({ entities }) => entities[thing]?.place === 'socket')
    },
  }
}
