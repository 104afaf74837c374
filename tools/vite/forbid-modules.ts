import type { Plugin } from 'vite'

/** Fails the build when code of a package reaches the browser. Types, and whatever tree shaking removes, are free. */
export function forbidModules(reasons: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'forbid-modules',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const name = Object.keys(reasons).find((candidate) => id.includes(`/node_modules/${candidate}/`))
          if (name === undefined || renderedLength === 0) continue
          const importers = ownImporters(id, (module) => this.getModuleInfo(module)?.importers ?? [])
          this.error(
            `${name} must not reach the browser: ${reasons[name]}. It comes by ${importers.join(', ')}`,
          )
        }
      }
    },
  }
}

/** The modules of ours that bring `id` in, directly or through other packages. */
function ownImporters(id: string, importersOf: (id: string) => readonly string[]): string[] {
  const found = new Set<string>()
  const seen = new Set([id])
  for (const module of seen) {
    if (module.includes('/node_modules/')) for (const importer of importersOf(module)) seen.add(importer)
    else found.add(module)
  }
  return [...found].toSorted()
}
