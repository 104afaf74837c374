import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/**
 * A process of a benchmark that is asked and answers in lines of JSON. There is no channel of Node's between them: Colyseus
 * takes one for PM2's and starts to profile.
 */
export class BenchProcess {
  readonly #process: ChildProcess
  readonly #answers: ((line: string) => void)[] = []
  #failed: ((error: Error) => void) | undefined

  constructor(file: string, args: readonly string[]) {
    this.#process = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.#process.once('exit', (code) =>
      this.#failed?.(new Error(`A process of the benchmark ended with ${String(code)}.`)),
    )
    const { stdout } = this.#process
    if (stdout !== null) createInterface(stdout).on('line', (line) => this.#answers.shift()?.(line))
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  ask<T>(question: object): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#failed = reject
      this.#answers.push((line) => resolve(JSON.parse(line) as T))
      this.#process.stdin?.write(`${JSON.stringify(question)}\n`)
    })
  }

  async stop(): Promise<void> {
    this.#failed = undefined
    if (this.#process.exitCode !== null) return
    this.#process.stdin?.end()
    await once(this.#process, 'exit')
  }
}

/** The other side: answers each line that comes; the process ends with its parent. */
export function answerLines(answer: (question: never) => Promise<object>): void {
  createInterface(process.stdin)
    .on('line', (line) => {
      void answer(JSON.parse(line) as never).then((given) =>
        process.stdout.write(`${JSON.stringify(given)}\n`),
      )
    })
    .on('close', () => process.exit())
}
