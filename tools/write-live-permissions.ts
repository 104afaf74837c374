import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { permissionsTable } from '#shared/live/permissions-table.ts'

// Publishes who may do what in a live session.
await writeFile(join(import.meta.dirname, '..', 'docs', 'live-permissions.md'), permissionsTable())
console.log('docs/live-permissions.md')
