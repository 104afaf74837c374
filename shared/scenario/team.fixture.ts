import { copy, smallScenario, smallWorkplace, type Loose } from './small.fixture.ts'
import { parseScenario, parseWorkplace } from './parse-document.ts'
import type { Scenario } from './scenario.ts'
import type { Workplace } from './workplace.ts'

const text = (en: string) => ({ en })
const step = (id: string, role: string, when: object, acts?: object[]) => ({
  type: 'step',
  id,
  title: text(id),
  instruction: text(`Do ${id}.`),
  roles: [role],
  transitions: [{ when, kind: 'correct' }],
  expectedMs: { p50: 1000, p90: 2000 },
  ...(acts && { bot: { afterMs: 500, acts } }),
})
const glassesOn = { type: 'inSocket', entity: 'glasses', socket: 'nose' }
const putOn = (as: string) => [
  { intent: 'grab', target: 'glasses', as },
  { intent: 'release', target: 'glasses', params: { socket: 'nose' }, as },
]

/** A sound scenario of two in the small workplace: both put their glasses on, then one lights the lamp and one takes the book. */
const teamWorkplace = {
  ...smallWorkplace,
  entities: [
    ...smallWorkplace.entities,
    {
      id: 'glasses',
      transform: { position: [0, 1, 1] },
      name: text('Glasses'),
      description: text('Glasses.'),
      personal: { offset: [0.1, 0, 0] },
      affordances: [{ type: 'grab' }],
    },
    {
      id: 'nose',
      transform: { position: [0, 1.6, 1] },
      name: text('Nose'),
      description: text('Where glasses sit.'),
      affordances: [{ type: 'socket', accepts: ['glasses'], capacity: 2, holdsFast: ['shelf'] }],
    },
  ],
}

const teamScenario = {
  ...smallScenario,
  roles: [
    ...smallScenario.roles,
    { id: 'helper', name: text('Helper'), min: 1, max: 1, fill: 'human', spawn: 'door' },
  ],
  objectives: [],
  procedure: {
    type: 'sequence',
    id: 'all',
    of: [
      {
        type: 'parallel',
        id: 'both',
        of: [
          {
            type: 'sequence',
            id: 'helping',
            of: [
              step('helper-sees', 'helper', glassesOn, [
                { intent: 'grab', target: 'glasses' },
                { intent: 'release', target: 'glasses', params: { socket: 'nose' } },
              ]),
              { type: 'barrier', id: 'helper-ready', meet: 'ready' },
              step('switch-on', 'helper', { type: 'stateIs', entity: 'lamp', state: 'on' }, [
                { intent: 'toggle', target: 'lamp' },
              ]),
              { type: 'barrier', id: 'lit', meet: 'light' },
            ],
          },
          {
            type: 'sequence',
            id: 'reading-lane',
            of: [
              step('reader-sees', 'reader', glassesOn),
              { type: 'barrier', id: 'reader-ready', meet: 'ready' },
              { type: 'barrier', id: 'has-light', meet: 'light' },
              step('take', 'reader', { type: 'held', entity: 'book' }),
            ],
          },
        ],
      },
      { type: 'end', id: 'done', outcome: 'read' },
    ],
  },
  rules: [],
  tests: [
    {
      id: 'together',
      title: 'Both see, one lights, one reads',
      mode: 'practice',
      people: { reader: 1, helper: 1 },
      script: [
        { intent: 'begin', as: 'reader' },
        { intent: 'begin', as: 'helper' },
        ...putOn('reader'),
        ...putOn('helper'),
        { intent: 'toggle', target: 'lamp', as: 'helper' },
        { intent: 'grab', target: 'book', as: 'reader' },
        { wait: 100 },
      ],
      expect: { outcome: 'read', passed: true, mistakes: [] },
    },
  ],
}

/** Both documents parsed, after `change` had its way with the JSON. */
export function changedTeam(
  change: (documents: { scenario: Loose; workplace: Loose }) => void = () => undefined,
): { scenario: Scenario; workplace: Workplace } {
  const documents = copy({ scenario: teamScenario, workplace: teamWorkplace })
  change(documents)
  const scenario = parseScenario(JSON.stringify(documents.scenario))
  const workplace = parseWorkplace(JSON.stringify(documents.workplace))
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.reason))
  if (!workplace.ok) throw new Error(JSON.stringify(workplace.reason))
  return { scenario: scenario.value, workplace: workplace.value }
}
