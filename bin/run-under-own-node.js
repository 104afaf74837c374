import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'

const NEEDED = [24, 12]

/**
 * Runs `script` with the same arguments under the Node that is our dependency, when the current one is too old.
 * Signals go to the child, its end becomes ours; if whoever started us vanishes, the child is asked to end.
 * @param {string} script
 * @returns {boolean} false when the current Node is good enough and the caller should go on
 */
export function runUnderOwnNode(script) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return false

  const child = spawn(findOwnNode(), [...process.execArgv, script, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref()
  child.on('error', (error) => {
    console.error(`sightline could not start its own Node: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
  return true
}

function findOwnNode() {
  const require = createRequire(import.meta.url)
  const folders = require.resolve.paths('node') ?? []
  const found = folders.map((folder) => join(folder, 'node', 'bin', 'node')).find(existsSync)
  if (found) return found
  console.error(
    `sightline needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}. ` +
      `Run "npm ci" in ${dirname(import.meta.dirname ?? '.')}: it brings the right one.`,
  )
  process.exit(1)
}
