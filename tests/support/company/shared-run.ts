import { Trainee } from '../run/trainee.ts'
import { SCENARIO } from './scene-for-many.ts'

export type OpenRun = { readonly session: string; readonly code: string }

/** A run that others find by its code, and the next one when it is over: fires burn out. */
export class SharedRun {
  readonly #address: string
  #open: Promise<OpenRun> | undefined

  constructor(address: string) {
    this.#address = address
  }

  open(): Promise<OpenRun> {
    this.#open ??= this.#begin()
    this.#open.catch(() => (this.#open = undefined))
    return this.#open
  }

  /** This one has ended. */
  async ended(session: string): Promise<void> {
    if ((await this.#open)?.session === session) this.#open = undefined
  }

  async #begin(): Promise<OpenRun> {
    const host = new Trainee(this.#address)
    await host.call('PUT', '/api/me', { name: 'Host' })
    const session = await host.begin(SCENARIO, 'practice')
    const { body } = await host.call<{ code: string }>('POST', `/api/runs/${session}/code`, {})
    await host.room.leave()
    return { session, code: body.code }
  }
}
