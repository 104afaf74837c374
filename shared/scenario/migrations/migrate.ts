import { no, ok, type Result } from '#shared/kernel/result.ts'
import { findingIn, type Finding } from '../finding.ts'
import { isObject, type JsonObject, type Migration } from './migration.ts'

export const CURRENT_SCHEMA_VERSION = 2

/** Brings an older document forward, step by step; a current one comes back as it is. Never throws. */
export function migrate(
  document: unknown,
  migrations: readonly Migration[],
  kind: Finding['document'],
): Result<JsonObject, readonly Finding[]> {
  const refuse = (code: string, message: string, mend: string) =>
    no([
      findingIn(document, {
        code,
        document: kind,
        path: isObject(document) ? ['schemaVersion'] : [],
        message,
        mend,
      }),
    ])
  if (!isObject(document))
    return refuse(
      'not-an-object',
      `a ${kind} is one JSON object`,
      `Write {"schemaVersion": ${CURRENT_SCHEMA_VERSION}, …}.`,
    )
  const version = document['schemaVersion']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse(
      'no-schema-version',
      'the schema version is missing or no whole number',
      `Write "schemaVersion": ${CURRENT_SCHEMA_VERSION}.`,
    )
  }
  if (version > CURRENT_SCHEMA_VERSION) {
    return refuse(
      'newer-schema',
      `schema version ${version} is newer than this program, which reads up to ${CURRENT_SCHEMA_VERSION}`,
      'Use a newer version of Sightline.',
    )
  }
  let migrated = document
  for (let from = version; from < CURRENT_SCHEMA_VERSION; from += 1) {
    const step = migrations.find((migration) => migration.from === from)
    if (!step)
      return refuse(
        'no-migration',
        `there is no way from schema version ${from}`,
        'Use a version of Sightline that still reads it.',
      )
    migrated = { ...step.apply(migrated), schemaVersion: from + 1 }
  }
  return ok(migrated)
}
