export interface TrainAddress {
  scenario: string
  mode: string
  version: string | null
  /** A run to go on with instead of beginning one. */
  run: string | null
  /** The role to come in with, where there are several. */
  role: string | null
}

/** `/train/<scenario>?mode=&version=&run=&role=`; the mode is guided where none is named. */
export function readAddress({ pathname, search }: { pathname: string; search: string }): TrainAddress {
  const query = new URLSearchParams(search)
  return {
    scenario: decode(pathname.split('/')[2] ?? ''),
    mode: query.get('mode') ?? 'guided',
    version: query.get('version'),
    run: query.get('run'),
    role: query.get('role'),
  }
}

export function writeAddress({ scenario, mode, version, run, role }: TrainAddress): string {
  const query = new URLSearchParams({ mode })
  if (version !== null) query.set('version', version)
  if (run !== null) query.set('run', run)
  if (role !== null) query.set('role', role)
  return `/train/${encodeURIComponent(scenario)}?${query}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
