/** What this needs to know of `package-lock.json`, version 3. */
export type Lock = { packages: Record<string, LockedPackage> }
type LockedPackage = {
  version?: string
  optionalDependencies?: Record<string, string>
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
}

const PLATFORM =
  /(?<os>android|darwin|freebsd|linux|openharmony|win32)-(?<cpu>arm64|arm|ia32|ppc64|riscv64|s390x|x64)(?:-(?<abi>\w+))?$/

/**
 * Adds the packages for other platforms that the registry at hand did not have when the lock was written. npm leaves
 * them out in silence, and `npm ci` then refuses the lock as out of step. Their parents pin their exact versions; a
 * machine of another platform skips them unread. Returns the names added.
 */
export function completeLock(lock: Lock): string[] {
  const added: string[] = []
  for (const [path, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (isLocked(lock, path, name)) continue
      lock.packages[`node_modules/${name}`] = describe(name, version, parent)
      added.push(`${name}@${version}`)
    }
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')),
  )
  return added
}

/** Node's way: beside the parent, or in any `node_modules` further out. */
function isLocked(lock: Lock, from: string, name: string): boolean {
  const folders = [`${from}/`]
  for (let at = from.lastIndexOf('node_modules/'); at >= 0; at = from.lastIndexOf('node_modules/', at - 1)) {
    folders.push(from.slice(0, at))
    if (at === 0) break
  }
  return folders.some((folder) => lock.packages[`${folder}node_modules/${name}`] !== undefined)
}

function describe(name: string, version: string, parent: LockedPackage): LockedPackage {
  const platform = PLATFORM.exec(name)?.groups
  if (platform === undefined || !/^\d/.test(version)) {
    throw new Error(
      `${name}@${version} is missing from the lock and not a pinned platform package: run npm install.`,
    )
  }
  const { os = '', cpu = '', abi = '' } = platform
  return {
    version,
    cpu: [cpu],
    ...(parent.dev === true ? { dev: true } : {}),
    ...(os === 'linux' ? { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] } : {}),
    optional: true,
    os: [os],
  }
}
