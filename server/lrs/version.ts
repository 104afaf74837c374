import type { VersionLine } from '#shared/xapi/statement.ts'

import type { Checked } from './refusal.ts'
import { accept, refuse } from './refusal.ts'

export const VERSION_HEADER = 'X-Experience-API-Version'
/** The latest patch of each line, as responses carry it. */
export const latestVersion: Record<VersionLine, string> = { '1.0': '1.0.3', '2.0': '2.0.0' }
/** Responses to requests without a version: to the standard they come from a 0.9 client (1.0.3 Communication 3.3). */
export const UNSAID_VERSION = '0.95'

/** 1.0.3 Communication 3.3: `1.0` and every patch of it; likewise 2.0. Anything else is refused. */
export function versionLineOf(header: string | null): Checked<VersionLine> {
  if (header === null)
    return refuse(400, `The header ${VERSION_HEADER} is missing. This store speaks 1.0.3 and 2.0.0.`)
  const line = /^(1\.0|2\.0)(?:\.\d+)?$/.exec(header)?.[1]
  if (line === '1.0' || line === '2.0') return accept(line)
  return refuse(
    400,
    `${VERSION_HEADER} "${header.slice(0, 20)}" is not spoken here. This store speaks 1.0.3 and 2.0.0.`,
  )
}
