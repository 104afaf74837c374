import { writable } from '#client/runtime/readable.ts'
import { useReadable } from './use-readable.ts'

export type Urgency = 'polite' | 'assertive'
export interface Announcer {
  announce(text: string, urgency?: Urgency): void
  readonly lines: Record<Urgency, ReturnType<typeof writable<string>>>
}

export function createAnnouncer(): Announcer {
  const lines = { polite: writable(''), assertive: writable('') }
  return {
    lines,
    announce(text, urgency = 'polite') {
      // A repeated sentence must differ or it is not read again; a zero-width mark is silent.
      const line = lines[urgency]
      line.set(line.get() === text ? `${text}\u200B` : text)
    },
  }
}

/** What a screen reader says without being asked. Rendered once, never removed. */
export function LiveRegions({ announcer }: { announcer: Announcer }) {
  return (
    <div className="visually-hidden">
      <output aria-live="polite">{useReadable(announcer.lines.polite)}</output>
      <div role="alert" aria-live="assertive">
        {useReadable(announcer.lines.assertive)}
      </div>
    </div>
  )
}
