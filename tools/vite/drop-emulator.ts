import type { Plugin } from 'vite'

/**
 * Leaves out the headset emulator that `@pmndrs/xr` loads lazily: 6 MB of rooms and a second copy of three.
 * Tests inject IWER themselves.
 */
export function dropEmulator(): Plugin {
  const empty = '\0no-emulator'
  return {
    name: 'drop-emulator',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === './emulate.js' && importer?.includes('@pmndrs/xr') === true ? empty : undefined,
    load: (id) => (id === empty ? 'export const emulate = undefined' : undefined),
  }
}
