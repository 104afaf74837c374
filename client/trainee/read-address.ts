export interface TrainAddress {
  scenario: string
  mode: string
  version: string | null
  /** A run to go on with instead of beginning one. */
  run: string | null
}

/** `/train/<scenario>?mode=&version=&run=`; the mode is guided where none is named. */
export function readAddress({ pathname, search }: { pathname: string; search: string }): TrainAddress {
  const query = new URLSearchParams(search)
  return {
    scenario: decode(pathname.split('/')[2] ?? ''),
    mode: query.get('mode') ?? 'guided',
    version: query.get('version'),
    run: query.get('run'),
  }
}

export function writeAddress({ scenario, mode, version, run }: TrainAddress): string {
  const query = new URLSearchParams({ mode })
  if (version !== null) query.set('version', version)
  if (run !== null) query.set('run', run)
  return `/train/${encodeURIComponent(scenario)}?${query}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
