#!/usr/bin/env node
import { runUnderOwnNode } from './run-under-own-node.js'

// Plain JavaScript: this file must start under the Node of the machine, however old, to hand over to the right one.
if (!runUnderOwnNode(import.meta.filename ?? process.argv[1])) {
  if (process.argv[2] === 'start') {
    const { ensureClient } = await import('../tools/client-build/ensure-client.ts')
    await ensureClient()
  }
  await import('../server/cli/main.ts')
}
