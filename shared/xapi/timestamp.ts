/**
 * Timestamps of xAPI: ISO 8601 (1.0.3, Data 4.5) and RFC 3339 (2.0) in one strict form: date, "T", time, zone. A missing
 * zone means UTC. The offsets -00, -0000 and -00:00 are refused, as both lines demand.
 */
const pattern =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d)(?::?(\d\d))?)?$/

const MS_PER_DAY = 86_400_000

/** Epoch milliseconds (finer fractions cut off), or undefined when the text is no timestamp. */
export function parseTimestamp(text: string): number | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  // 60 is a leap second (RFC 3339, 5.6)
  if (hour > 23 || minute > 59 || second > 60) return undefined
  const offsetMinutes = Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)
  if (match[8] === '-' && offsetMinutes === 0) return undefined
  if (Number(match[9] ?? 0) > 23 || Number(match[10] ?? 0) > 59) return undefined
  const fractionMs = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const localMs =
    daysSinceEpoch(year, month, day) * MS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000 + fractionMs
  return localMs - (match[8] === '-' ? -1 : 1) * offsetMinutes * 60_000
}

/** Epoch milliseconds as `2026-11-23T19:30:00.000Z`. Years 0000 to 9999. */
export function formatTimestamp(epochMs: number): string {
  const days = Math.floor(epochMs / MS_PER_DAY)
  const ms = epochMs - days * MS_PER_DAY
  const { year, month, day } = civilDate(days)
  const time = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60].map(
    (part) => digits(part, 2),
  )
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T${time.join(':')}.${digits(ms % 1000, 3)}Z`
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// Proleptic Gregorian calendar in years that begin in March, in eras of 400 years; day 0 is 1970-01-01.
const DAYS_PER_ERA = 146_097
const DAYS_TO_1970 = 719_468

function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return (
    era * DAYS_PER_ERA +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    DAYS_TO_1970
  )
}

function civilDate(epochDays: number): { year: number; month: number; day: number } {
  const days = epochDays + DAYS_TO_1970
  const era = Math.floor(days / DAYS_PER_ERA)
  const dayOfEra = days - era * DAYS_PER_ERA
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}
