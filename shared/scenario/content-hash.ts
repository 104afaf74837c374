import { hashOf } from '#shared/kernel/hash.ts'
import type { Scenario } from './scenario.ts'
import type { Workplace } from './workplace.ts'

/** SHA-256 over the canonical JSON (RFC 8785) of the parsed workplace; its assets are in it by their own hashes. */
export function workplaceHash(workplace: Workplace): string {
  return hashOf(workplace)
}

/** Asset id → SHA-256 of the file's bytes. */
export function assetHashes(workplace: Workplace): Record<string, string> {
  return Object.fromEntries(workplace.assets.map(({ id, sha256 }) => [id, sha256]))
}

/**
 * What a published version is known by: one hash over the scenario, its workplace's hash and all asset hashes. Documents
 * count as parsed: migrated to the current schema, defaults written out, whatever the layout of the file.
 */
export function contentHash(scenario: Scenario, workplace: Workplace): string {
  return hashOf({ scenario, workplace: workplaceHash(workplace), assets: assetHashes(workplace) })
}
