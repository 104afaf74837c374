import { copy, smallScenario, smallWorkplace, type Loose } from '../small.fixture.ts'

/** The small documents as version 1 wrote them: plain strings, and one `language` for all of them. */
export const scenarioV1 = asVersion1(smallScenario)
export const workplaceV1 = asVersion1(smallWorkplace)

function asVersion1(document: Loose): Loose {
  const { languages: _, ...rest } = plain(copy(document))
  return { ...rest, schemaVersion: 1, language: 'en' }
}

function plain(value: Loose): Loose {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.keys(value)
  if (keys.length === 1 && keys[0] === 'en') return value.en
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
}
