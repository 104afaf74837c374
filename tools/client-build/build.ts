import { ensureClient } from './ensure-client.ts'

const outcome = await ensureClient()
console.log(outcome === 'kept' ? 'dist/client is up to date.' : 'dist/client is built.')
