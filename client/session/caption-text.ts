import type { LanguageMap } from '#shared/scenario/common.ts'
import type { ClientEdition, Cue } from '#shared/protocol/views.ts'

const shortestMs = 3000

/** As long as it is said, and never too short to read. */
export function captionTimeMs(cue: Extract<Cue, { kind: 'say' | 'injury' }>): number {
  return Math.max(shortestMs, cue.kind === 'say' ? cue.durationMs : 5000)
}

/** Name of the thing or role that speaks; its id where the document has neither. */
export function speakerName(
  speaker: string,
  edition: ClientEdition,
  say: (map: LanguageMap) => string,
): string {
  const named =
    edition.workplace.entities.find(({ id }) => id === speaker) ??
    edition.roles.find(({ id }) => id === speaker)
  return named ? say(named.name) : speaker
}
