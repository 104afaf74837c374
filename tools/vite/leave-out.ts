import type { Plugin } from 'vite'

interface Part {
  readonly package: string
  /** As the package itself imports it. */
  readonly module: string
  /** What its importers get in its place. */
  readonly instead: string
}

const parts: readonly Part[] = [
  // The headset emulator, loaded lazily: 6 MB of rooms and a second copy of three. Tests inject IWER themselves.
  { package: '@pmndrs/xr', module: './emulate.js', instead: 'export const emulate = undefined' },
  // WebTransport, and inputs of games that run by ticks: rooms of ours offer neither. 5 kB of the first frame.
  {
    package: 'colyseus.js',
    module: './transport/H3Transport.mjs',
    instead: 'export class H3TransportTransport {}',
  },
  { package: 'colyseus.js', module: './input/RoomInput.mjs', instead: 'export class RoomInput {}' },
]

/** Leaves out what packages bring along and we never call. Fails the build when a package has it elsewhere by now. */
export function leaveOut(): Plugin {
  const prefix = '\0left-out:'
  const seen = new Set<Part>()
  return {
    name: 'leave-out',
    enforce: 'pre',
    resolveId(id, importer) {
      const part = parts.find(
        (each) => each.module === id && importer?.includes(`/${each.package}/`) === true,
      )
      if (part === undefined) return undefined
      seen.add(part)
      return `${prefix}${parts.indexOf(part)}`
    },
    load: (id) => (id.startsWith(prefix) ? parts[Number(id.slice(prefix.length))]?.instead : undefined),
    generateBundle() {
      const ids = [...this.getModuleIds()]
      for (const part of parts)
        if (!seen.has(part) && ids.some((id) => id.includes(`/node_modules/${part.package}/`)))
          this.error(`${part.package} has no ${part.module} any more: what is left out instead?`)
    },
  }
}
