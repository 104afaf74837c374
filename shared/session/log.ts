import { hashOf } from '#shared/kernel/hash.ts'
import { no, ok, type Result } from '#shared/kernel/result.ts'
import type { EngineEvent } from '#shared/procedure/events.ts'
import type { Input } from '#shared/procedure/input.ts'
import type { ModeName } from '#shared/scenario/scenario.ts'

/** What a session is pinned to; its hash begins the chain. */
export interface LogHead {
  session: string
  scenario: { id: string; version: string; hash: string }
  workplaceHash: string
  /** Asset id → SHA-256. */
  assetHashes: Record<string, string>
  engineVersion: number
  seed: number
  mode: ModeName
  /** Epoch ms. */
  createdAt: number
  /** xAPI registration, UUID. */
  registration: string
  /** Marking revision. */
  revision: number
}

export interface LogBody {
  /** From 0, without gaps. */
  n: number
  /** Engine tick after the inputs were taken; entries made while the session stood still share one. */
  tick: number
  /** What the engine took, in order; refused intents leave no trace. */
  inputs: Input[]
  events: EngineEvent[]
  /** At checkpoints, twice a minute, and at the end. */
  stateHash?: string
}

export interface LogEntry extends LogBody {
  prev: string
  /** SHA-256 over the canonical JSON (RFC 8785) of the rest of the entry. */
  hash: string
}

export function headHash(head: LogHead): string {
  return hashOf(head)
}

export function sealEntry(prev: string, body: LogBody): LogEntry {
  return { ...body, prev, hash: hashOf({ ...body, prev }) }
}

/** Every entry must be as it was sealed and stand where it was put; the reason says which one does not and why. */
export function verifyChain(
  head: LogHead,
  entries: readonly LogEntry[],
): Result<
  { entries: number; last: string },
  { n: number; why: 'out of order' | 'chain broken' | 'content changed' }
> {
  let prev = headHash(head)
  for (const [n, entry] of entries.entries()) {
    const { hash, ...rest } = entry
    if (entry.n !== n) return no({ n, why: 'out of order' })
    if (entry.prev !== prev) return no({ n, why: 'chain broken' })
    if (hashOf(rest) !== hash) return no({ n, why: 'content changed' })
    prev = hash
  }
  return ok({ entries: entries.length, last: prev })
}
