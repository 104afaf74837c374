import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const BIN = join(ROOT, 'bin', 'sightline.js')
const READY = /ready (\{.*\})/
const START_MS = 120_000
const DRAIN_MS = 20_000

export type ServerOptions = {
  /** `manual`: sessions stand still until `advance`. */
  clock?: 'manual' | 'real'
  /** An existing data folder, to start again after `kill9`; otherwise a fresh one that `stop` removes. */
  data?: string
  /** The port of the killed server, so that its clients find it again; otherwise a free one. */
  port?: number
  env?: Readonly<Record<string, string>>
  /** Another way in than the command: `server/cli/main.ts` serves without building the client. */
  entry?: string
}

export type RunningServer = {
  http: string
  https: string
  port: number
  data: string
  pid: number
  /** Everything it has said so far. */
  log(): string
  /** Manual clock: a session to an absolute tick, or the service clock onward. Resolves when that is durable. */
  advance(by: { session?: string; toTick: number } | { advanceMs: number }): Promise<void>
  /** Asks it to drain; resolves with the exit code. */
  stop(): Promise<number | null>
  /** Cuts it down where it stands; the data folder stays. */
  kill9(): Promise<void>
}

/** Starts the real product as a child process on loopback and resolves when it says that it serves. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'sightline-')))
  const args = ['start', '--port', String(options.port ?? 0), '--data', data, '--host', '127.0.0.1']
  const child = spawn(process.execPath, [options.entry ?? BIN, ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      HTTPS_PORT: '0',
      ...(options.clock === 'manual' ? { SIGHTLINE_CLOCK: 'manual' } : {}),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let log = ''
  const ready = new Promise<{ http: string; https: string }>((resolve) => {
    const hear = (chunk: Buffer) => {
      log += chunk.toString()
      const found = READY.exec(log)?.[1]
      if (found !== undefined) resolve(JSON.parse(found) as { http: string; https: string })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
  })
  const kill9 = async () => {
    child.kill('SIGKILL')
    await exited
  }

  const failed = exited.then((code) => `ended with code ${code} before it was ready`)
  const outcome = await within(START_MS, Promise.race([ready, failed]), 'was not ready in time')
  if (typeof outcome === 'string') {
    await kill9()
    throw new Error(`The server ${outcome}:\n${log}`)
  }

  return {
    ...outcome,
    port: Number(new URL(outcome.http).port),
    data,
    pid: child.pid ?? 0,
    log: () => log,
    advance: async (by) => {
      const response = await fetch(new URL('/debug/clock', outcome.http), {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: new URL(outcome.http).origin },
        body: JSON.stringify(by),
      })
      if (!response.ok) throw new Error(`clock: ${response.status} ${await response.text()}`)
    },
    stop: async () => {
      child.kill('SIGTERM')
      const code = await within(DRAIN_MS, exited, 'did not drain in time')
      if (options.data === undefined) await rm(data, { recursive: true, force: true })
      if (typeof code !== 'string') return code
      await kill9()
      throw new Error(`The server ${code}:\n${log}`)
    },
    kill9,
  }
}

async function within<T>(ms: number, work: Promise<T>, otherwise: string): Promise<T | string> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, ms, otherwise)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
