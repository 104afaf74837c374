import { runServer } from '#server/run.ts'

/** `node tests/support/serve.ts start --port …`: the server alone, for tests that need no pages. */
await runServer(process.argv.slice(3))
