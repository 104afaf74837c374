import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jsonSchemas } from '#shared/scenario/json-schemas.ts'

// Publishes the JSON Schemas of the documents, for editors and other programs.
const folder = join(import.meta.dirname, '..', 'docs', 'schemas')
await mkdir(folder, { recursive: true })
for (const [file, schema] of Object.entries(jsonSchemas())) {
  await writeFile(join(folder, file), `${JSON.stringify(schema, null, 2)}\n`)
  console.log(`docs/schemas/${file}`)
}
