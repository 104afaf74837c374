// The import walls. `parser: 'swc'` is vital: under TypeScript 7 the default parser reads nothing and everything passes.
// tests/architecture breaks each rule on purpose.

const TEST_FILE = '[.](test|contract|fixture)[.]tsx?$'
const PAGES = 'trainee|live|editor|dashboard'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    forbid(
      'no-cycle',
      'A cycle has no bottom to start reading from. Types may know each other.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'resolvable',
      'An import that resolves to nothing would pass every other wall.',
      { path: '^(shared|server|client|tests|tools|bin)/' },
      { couldNotResolve: true, pathNot: '^(virtual:|node:)|^dist/' },
    ),
    forbid(
      'shared-is-pure',
      'shared/ imports itself, zod and @noble/hashes.',
      { path: '^shared/', pathNot: TEST_FILE },
      { pathNot: '^shared/|node_modules/(zod|@noble/hashes|@colyseus/schema)/' },
    ),
    forbid(
      'room-state-in-protocol',
      'Only the room state on the wire knows its serialiser.',
      { path: '^shared/', pathNot: `^shared/protocol/|${TEST_FILE}` },
      { path: 'node_modules/@colyseus/schema/' },
    ),
    forbid(
      'kernel-imports-nothing',
      'shared/kernel is the ground floor (@noble/hashes for hashing).',
      { path: '^shared/kernel/', pathNot: TEST_FILE },
      { pathNot: '^shared/kernel/|node_modules/@noble/hashes/' },
    ),
    forbid('server-not-client', 'They meet only in shared/.', { path: '^server/' }, { path: '^client/' }),
    forbid('client-not-server', 'They meet only in shared/.', { path: '^client/' }, { path: '^server/' }),
    forbid(
      'no-node-in-client',
      'The browser has no Node.',
      { path: '^client/', pathNot: TEST_FILE },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'pages-apart',
      'No page imports another.',
      { path: `^client/(${PAGES})/` },
      { path: `^client/(${PAGES})/`, pathNot: '^client/$1/' },
    ),
    forbid(
      'runtime-without-react',
      'client/runtime is vanilla three; React lives in client/scene.',
      { path: '^client/runtime/', pathNot: TEST_FILE },
      { path: 'node_modules/(@types/)?(react|react-dom|@react-three)/' },
    ),
    forbid(
      'ui-without-network',
      'client/ui knows nothing of the network.',
      { path: '^client/ui/', pathNot: TEST_FILE },
      { path: '^client/net/|node_modules/(colyseus|@colyseus)' },
    ),
    forbid(
      'adapters-at-the-edge',
      'Only the wiring (server/main.ts, server/cli) and tests know which adapter is in use.',
      { path: '^(shared|server|client)/', pathNot: `/adapters/|^server/(main|cli/[^/]+)[.]ts$|${TEST_FILE}` },
      { path: '/adapters/' },
    ),
    forbid(
      'nobody-imports-tests',
      'Tests are leaves.',
      { path: '^(shared|server|client|tools|bin)/', pathNot: TEST_FILE },
      { path: `^tests/|${TEST_FILE}` },
    ),
    forbid(
      'data-is-addressed-by-id',
      'scenes/ and assets/ are data, never imported.',
      { path: '^(shared|server|client|tests)/' },
      { path: '^(scenes|assets)/' },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    doNotFollow: { path: 'node_modules/' },
    exclude: { path: '^(dist|build|data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
}
