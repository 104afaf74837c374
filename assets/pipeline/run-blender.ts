import { spawnSync } from 'node:child_process'

/**
 * Runs a Python file in Blender's background and waits for it.
 * @throws with the end of Blender's output when it fails; ends the process with advice when there is no Blender
 */
export function runBlender(file: string, args: readonly string[]): void {
  if (spawnSync('blender', ['--version']).error) {
    console.error(
      'npm run assets: Blender is not installed, and the models are made in it.\n  Debian/Ubuntu: apt-get install -y --no-install-recommends blender python3-numpy   (3.4 or newer)\nThe built files in assets/built are committed; you need this only to change a model.',
    )
    process.exit(1)
  }
  const run = spawnSync(
    'blender',
    ['-b', '--factory-startup', '--python-exit-code', '2', '-P', file, '--', ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
      maxBuffer: 1 << 28,
    },
  )
  if (run.status !== 0)
    throw new Error(
      `Blender ended with ${run.status}:\n${run.stdout.slice(-2000)}\n${run.stderr.slice(-4000)}`,
    )
}
