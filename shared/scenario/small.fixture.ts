import { parseScenario, parseWorkplace } from './parse-document.ts'
import type { Scenario } from './scenario.ts'
import type { Workplace } from './workplace.ts'

const text = (en: string) => ({ en })

/** A sound workplace of one lamp with a switch, as JSON. */
export const smallWorkplace = {
  schemaVersion: 2,
  id: 'cell',
  iri: 'https://example.org/workplaces/cell',
  version: '1.0.0',
  title: text('Cell'),
  licence: 'CC0-1.0',
  assets: [
    {
      id: 'cell',
      file: 'cell/world.glb',
      sha256: 'a'.repeat(64),
      bytes: 10,
      licence: 'CC0-1.0',
      attribution: 'nobody',
    },
  ],
  walkable: [{ min: [-1, 0, -1], max: [1, 0, 1] }],
  spawns: [{ id: 'door', position: [0, 0, 0], yawDegrees: 0 }],
  safePlace: { position: [0, 0, 1], yawDegrees: 0 },
  panel: { position: [0, 1.5, -1], yawDegrees: 0 },
  zones: [{ id: 'inside', name: text('Inside'), min: [-1, 0, -1], max: [1, 2, 1] }],
  entities: [
    {
      id: 'lamp',
      groups: ['lights'],
      model: { asset: 'cell', node: 'lamp' },
      transform: { position: [0, 1, -1] },
      name: text('Lamp'),
      description: text('A lamp.'),
      affordances: [{ type: 'toggle', states: ['off', 'on'] }],
      states: { values: ['off', 'on'], initial: 'off' },
    },
    {
      id: 'book',
      transform: { position: [0, 1, 0] },
      name: text('Book'),
      description: text('A book.'),
      affordances: [{ type: 'grab' }],
    },
    {
      id: 'shelf',
      transform: { position: [1, 1, 0] },
      name: text('Shelf'),
      description: text('A shelf.'),
      affordances: [{ type: 'socket', accepts: ['book'] }],
    },
  ],
  variables: [{ id: 'tries', min: 0, max: 9, initial: 0 }],
}

const step = (id: string, when: object) => ({
  type: 'step',
  id,
  title: text(id),
  instruction: text(`Do ${id}.`),
  roles: ['reader'],
  transitions: [{ when, kind: 'correct' }],
  expectedMs: { p50: 1000, p90: 2000 },
  objectives: ['light'],
})

/** A sound scenario in it: switch the lamp on, take the book. */
export const smallScenario = {
  schemaVersion: 2,
  id: 'reading',
  iri: 'https://example.org/scenarios/reading',
  version: '1.0.0',
  workplace: 'cell',
  title: text('Reading'),
  summary: text('Read with light.'),
  briefing: text('Read.'),
  safetyNotice: text('Practice.'),
  licence: 'CC0-1.0',
  languages: ['en'],
  basis: [
    {
      source: 'House rule',
      clause: '1',
      url: 'https://example.org',
      retrieved: '2026-11-23',
      states: 'Keep 2 m away; read with light.',
    },
  ],
  objectives: [{ id: 'light', text: text('Have light.') }],
  expectedMinutes: 1,
  modes: {
    practice: {
      hints: 'onRequest',
      highlights: false,
      lockObjects: false,
      feedback: 'now',
      showSteps: true,
      timeLimitFactor: 1,
      passMark: 0.5,
      record: 'freeplay',
    },
  },
  roles: [{ id: 'reader', name: text('Reader'), min: 1, max: 1, fill: 'human', spawn: 'door' }],
  procedure: {
    type: 'sequence',
    id: 'all',
    of: [
      step('switch-on', { type: 'stateIs', entity: 'lamp', state: 'on' }),
      step('take', { type: 'held', entity: 'book' }),
      { type: 'end', id: 'done', outcome: 'read' },
    ],
  },
  rules: [
    {
      id: 'in-the-dark',
      when: {
        type: 'all',
        of: [
          { type: 'held', entity: 'book' },
          { type: 'stateIs', entity: 'lamp', state: 'off' },
        ],
      },
      mistake: {
        category: 'order',
        severity: 'critical',
        text: text('Too dark.'),
        remedy: text('Light first.'),
      },
    },
  ],
  outcomes: [{ id: 'read', title: text('Read'), text: text('You read.'), success: true }],
  scoring: {
    criteria: [{ id: 'steps', text: text('Steps'), weight: 1, measure: { type: 'steps' } }],
    severityCost: { minor: 0.1, major: 0.3, critical: 0.7, fatal: 1 },
    vetoSeverity: 'critical',
  },
  privacy: { records: ['results'], retentionDays: 30 },
  tests: [
    {
      id: 'pass',
      title: 'Light, then book',
      mode: 'practice',
      script: [
        { intent: 'begin' },
        { intent: 'toggle', target: 'lamp' },
        { wait: 100 },
        { intent: 'grab', target: 'book' },
        { wait: 100 },
      ],
      expect: { outcome: 'read', passed: true, mistakes: [], stepsDone: ['switch-on', 'take'] },
    },
    {
      id: 'dark',
      title: 'Book in the dark',
      mode: 'practice',
      script: [
        { intent: 'begin' },
        { intent: 'grab', target: 'book' },
        { wait: 100 },
        { intent: 'toggle', target: 'lamp' },
        { wait: 100 },
      ],
      expect: { outcome: 'read', passed: false, mistakes: ['in-the-dark'] },
    },
  ],
}

/** Documents as a test wants them: any JSON, changed by any hand. */
// oxlint-disable-next-line typescript/no-explicit-any -- the point is to write what the types forbid
export type Loose = any

export function copy<Value>(json: Value): Value {
  return JSON.parse(JSON.stringify(json)) as Value
}

/** Both documents parsed, after `change` had its way with the JSON. Throws when the schema refuses, as that is another test. */
export function changed(
  change: (documents: { scenario: Loose; workplace: Loose }) => void = () => undefined,
): { scenario: Scenario; workplace: Workplace } {
  const documents = copy({ scenario: smallScenario, workplace: smallWorkplace })
  change(documents)
  const scenario = parseScenario(JSON.stringify(documents.scenario))
  const workplace = parseWorkplace(JSON.stringify(documents.workplace))
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.reason))
  if (!workplace.ok) throw new Error(JSON.stringify(workplace.reason))
  return { scenario: scenario.value, workplace: workplace.value }
}
