/** ISO 8601 duration with hundredths of a second, the precision that every record store keeps (xAPI 1.0.3 Data 4.6). */
export function formatDuration(milliseconds: number): string {
  const hundredths = Math.max(0, Math.floor(milliseconds / 10))
  const hours = Math.floor(hundredths / 360_000)
  const minutes = Math.floor(hundredths / 6000) % 60
  const seconds = (hundredths % 6000) / 100
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds}S`
}
