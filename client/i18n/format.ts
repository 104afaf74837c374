/** "10:42" today, "21 Nov, 10:42" before. */
export function formatWhen(at: number | string, language: string, now = new Date()): string {
  const date = new Date(at)
  const today = date.toDateString() === now.toDateString()
  return new Intl.DateTimeFormat(
    language,
    today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  ).format(date)
}

/** Minutes and seconds as on a stopwatch: 95,400 ms → "1:35". */
export function formatClock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** A duration for reading: 4,200 ms → "4.2 s", 95,400 ms → "1:35". */
export function formatDuration(ms: number, language: string): string {
  if (ms >= 60_000) return formatClock(ms)
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(ms / 1000)} s`
}
