import type { Actor } from '#shared/xapi/actor.ts'
import type { Activity } from '#shared/xapi/activity.ts'
import type { LanguageMap } from '#shared/xapi/primitives.ts'
import type { Statement } from '#shared/xapi/statement.ts'

/** `ids`: only what identifies; `canonical`: one language per text (1.0.3 Communication 2.1.3). */
export type StatementFormat = 'exact' | 'ids' | 'canonical'

export function formatBody(body: string, format: StatementFormat, acceptLanguage: string | null): string {
  if (format === 'exact') return body
  const statement: Statement = JSON.parse(body)
  return JSON.stringify(
    format === 'ids' ? onlyIds(statement) : inOneLanguage(statement, preferredLanguages(acceptLanguage)),
  )
}

function onlyIds(statement: Statement): unknown {
  return mapParts(statement, {
    actor: identifierOf,
    activity: ({ id, objectType }) => (objectType === undefined ? { id } : { objectType, id }),
    verb: ({ id }) => ({ id }),
  })
}

function identifierOf(actor: Actor): unknown {
  const { mbox, mbox_sha1sum, openid, account, objectType } = actor
  if (
    actor.objectType === 'Group' &&
    [mbox, mbox_sha1sum, openid, account].every((one) => one === undefined)
  ) {
    return { objectType, member: actor.member?.map(identifierOf) }
  }
  return { objectType, mbox, mbox_sha1sum, openid, account }
}

function inOneLanguage(statement: Statement, languages: readonly string[]): unknown {
  const pick = (map: LanguageMap): LanguageMap => pickLanguage(map, languages)
  const texts = (value: unknown): unknown => mapLanguageMaps(value, pick)
  return mapParts(statement, {
    actor: (actor) => actor,
    activity: (activity) => ({
      ...activity,
      ...(activity.definition && { definition: texts(activity.definition) }),
    }),
    verb: (verb) => texts(verb),
  })
}

type Parts = {
  actor(actor: Actor): unknown
  activity(activity: Activity): unknown
  verb(verb: Statement['verb']): unknown
}

type Part = Pick<Statement, 'actor' | 'verb' | 'context'> & { readonly object: Statement['object'] }

function mapParts(statement: Part, parts: Parts): unknown {
  const { actor, verb, object, context, ...rest } = statement
  return {
    ...rest,
    actor: parts.actor(actor),
    verb: parts.verb(verb),
    object: mapObject(object, parts),
    ...(context && { context: mapContext(context, parts) }),
  }
}

function mapObject(object: Statement['object'], parts: Parts): unknown {
  switch (object.objectType) {
    case 'Agent':
    case 'Group':
      return parts.actor(object)
    case 'StatementRef':
      return object
    case 'SubStatement':
      return mapParts(object, parts)
    case 'Activity':
    case undefined:
      return parts.activity(object)
  }
}

function mapContext(context: NonNullable<Statement['context']>, parts: Parts): unknown {
  const { contextActivities, instructor, team, ...rest } = context
  return {
    ...rest,
    ...(instructor && { instructor: parts.actor(instructor) }),
    ...(team && { team: parts.actor(team) }),
    ...(contextActivities && {
      contextActivities: Object.fromEntries(
        Object.entries(contextActivities).map(([kind, list]) => [
          kind,
          list.map((activity) => parts.activity(activity)),
        ]),
      ),
    }),
  }
}

const languageMapKeys = new Set(['display', 'name', 'description'])

function mapLanguageMaps(value: unknown, pick: (map: LanguageMap) => LanguageMap): unknown {
  if (Array.isArray(value)) return value.map((item) => mapLanguageMaps(item, pick))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === 'extensions') return [key, item]
      return [key, languageMapKeys.has(key) ? pick(item) : mapLanguageMaps(item, pick)]
    }),
  )
}

function pickLanguage(map: LanguageMap, languages: readonly string[]): LanguageMap {
  const tags = Object.keys(map)
  const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''
  for (const wanted of languages) {
    const found =
      tags.find((tag) => tag.toLowerCase() === wanted) ?? tags.find((tag) => primary(tag) === primary(wanted))
    if (found !== undefined) return { [found]: map[found] ?? '' }
  }
  const [first] = tags
  return first === undefined ? {} : { [first]: map[first] ?? '' }
}

/** Tags of Accept-Language, best first (RFC 9110, 12.5.4). */
function preferredLanguages(header: string | null): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters
        .map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1])
        .find((q) => q !== undefined)
      return { tag, quality: Number(quality ?? 1) }
    })
    .filter(({ tag, quality }) => tag !== '' && tag !== '*' && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}
