import { scenario, type Scenario } from '#shared/scenario/scenario.ts'
import { identity, text } from './kitchen.fixture.ts'

/** Putting out the fire in that kitchen: every kind of thing an engine meets, small. */

const mode = {
  hints: 'none',
  highlights: false,
  lockObjects: false,
  feedback: 'debrief',
  showSteps: false,
  timeLimitFactor: 1,
  passMark: 0.7,
  record: 'graded',
}
const expectedMs = { p50: 5000, p90: 20_000 }
const step = (id: string, more: object): object => ({
  type: 'step',
  id,
  title: text(id),
  instruction: text(`do ${id}`),
  expectedMs,
  ...more,
})
const blunder = (severity: string, category: string): object => ({
  category,
  severity,
  text: text('wrong'),
  remedy: text('right'),
})

export const extinguishDocument = {
  ...identity,
  id: 'test-extinguish',
  iri: 'https://example.com/scenarios/test-extinguish',
  workplace: 'test-kitchen',
  title: text('Put it out'),
  summary: text('A bin burns.'),
  briefing: text('A bin burns.'),
  safetyNotice: text('Practice; does not certify.'),
  languages: ['en'],
  basis: [],
  objectives: [],
  expectedMinutes: 5,
  modes: {
    guided: {
      ...mode,
      hints: 'offered',
      highlights: true,
      lockObjects: true,
      feedback: 'now',
      showSteps: true,
      timeLimitFactor: 0,
      record: 'tutorial',
    },
    practice: {
      ...mode,
      hints: 'onRequest',
      feedback: 'now',
      showSteps: true,
      timeLimitFactor: 2,
      record: 'freeplay',
    },
    exam: { ...mode, maxPauses: 1 },
  },
  roles: [{ id: 'trainee', name: text('Trainee'), min: 1, max: 3, fill: 'human', spawn: 'spawn' }],
  procedure: {
    type: 'sequence',
    id: 'procedure',
    of: [
      step('raise-alarm', {
        uses: ['call-point', 'colleague'],
        transitions: [
          {
            when: { type: 'acted', action: 'press', target: 'call-point', since: 'start' },
            kind: 'correct',
            consequences: [{ type: 'alarm' }],
          },
        ],
        hints: [
          { level: 1, afterMs: 5000, text: text('Tell others first.'), cost: 0.1 },
          {
            level: 2,
            afterMs: 10_000,
            text: text('Press the call point.'),
            targets: ['call-point'],
            kind: 'arrow',
            cost: 0.2,
          },
        ],
      }),
      step('take', {
        uses: ['extinguisher'],
        transitions: [{ when: { type: 'held', group: 'extinguisher' }, kind: 'correct' }],
      }),
      { type: 'checkpoint', id: 'armed' },
      {
        type: 'sequence',
        id: 'fight',
        title: text('Fight the fire'),
        of: [
          step('pull-pin', {
            uses: ['extinguisher', 'pin'],
            transitions: [{ when: { type: 'stateIs', entity: 'pin', state: 'pulled' }, kind: 'correct' }],
          }),
          step('aim', {
            uses: ['extinguisher', 'pin'],
            timeLimitMs: 60_000,
            transitions: [
              {
                when: {
                  type: 'all',
                  of: [
                    { type: 'near', entity: 'fire-base', withinMm: 4000 },
                    { type: 'pointedAt', entity: 'fire-base', withinMm: 250 },
                  ],
                },
                kind: 'correct',
              },
              { kind: 'timeout', mistake: blunder('minor', 'timing') },
            ],
          }),
          step('sweep', {
            uses: ['extinguisher'],
            measuredBy: ['aim:fire-base'],
            progress: { signal: 'fire.intensity', from: 300, to: 0 },
            transitions: [
              { when: { type: 'compare', signal: 'fire.out', op: '==', value: 1 }, kind: 'correct' },
              {
                when: {
                  type: 'amplitude',
                  sensor: 'sweep',
                  entity: 'fire-base',
                  mm: 150,
                  withinMs: 4000,
                  times: 3,
                },
                kind: 'alternative',
                to: 'stay',
                consequences: [{ type: 'setVar', variable: 'count', add: 1 }],
              },
            ],
          }),
          step('watch', {
            uses: ['extinguisher'],
            transitions: [
              {
                when: {
                  type: 'holds',
                  ms: 3000,
                  of: { type: 'compare', signal: 'fire.out', op: '==', value: 1 },
                },
                kind: 'correct',
                to: { end: 'out' },
              },
              {
                when: {
                  type: 'count',
                  times: 3,
                  of: { type: 'compare', signal: 'fire.intensity', op: '>', value: 0 },
                },
                kind: 'abort',
                to: { node: 'evacuate' },
              },
            ],
          }),
        ],
      },
      step('evacuate', {
        transitions: [{ when: { type: 'inZone', zone: 'corridor' }, kind: 'correct', to: { end: 'left' } }],
      }),
    ],
  },
  rules: [
    {
      id: 'water-on-energised',
      when: { type: 'compare', signal: 'fire.shock', op: '==', value: 1 },
      mistake: { ...blunder('critical', 'unsafe'), measure: 'aim:fire-appliance' },
      consequences: [
        { type: 'simulateInjury', injury: 'shock', caption: text('A shock.') },
        { type: 'restoreCheckpoint', checkpoint: 'armed' },
      ],
    },
    {
      id: 'too-close',
      once: false,
      scope: ['fight'],
      when: { type: 'near', entity: 'fire-base', withinMm: 900 },
      mistake: blunder('minor', 'precision'),
    },
    {
      id: 'exit-behind',
      scope: ['fight'],
      when: {
        type: 'holds',
        ms: 2000,
        of: { type: 'between', entity: 'fire-base', other: 'exit-door', maxTenths: 300 },
      },
      mistake: blunder('minor', 'unsafe'),
    },
    {
      id: 'no-alarm',
      when: {
        type: 'all',
        of: [
          { type: 'inZone', zone: 'corridor' },
          { type: 'not', of: { type: 'acted', action: 'press', target: 'call-point', since: 'start' } },
        ],
      },
      mistake: blunder('major', 'omission'),
    },
    {
      id: 'lost',
      when: { type: 'compare', signal: 'fire.outOfControl', op: '==', value: 1 },
      consequences: [
        { type: 'goTo', node: 'evacuate' },
        { type: 'say', speaker: 'guide', caption: text('Leave now.') },
      ],
    },
    {
      id: 'gone',
      when: { type: 'inZone', zone: 'corridor' },
      consequences: [{ type: 'end', outcome: 'left' }],
    },
    {
      id: 'looked',
      when: { type: 'lookedAt', entity: 'call-point', withinTenths: 200 },
      consequences: [{ type: 'bookmark', label: 'saw the call point' }],
    },
  ],
  outcomes: [
    { id: 'out', title: text('Out'), text: text('The fire is out.'), success: true },
    { id: 'left', title: text('Left'), text: text('You left.'), success: true },
  ],
  scoring: {
    criteria: [
      { id: 'done', text: text('steps'), weight: 3, measure: { type: 'steps' } },
      { id: 'clean', text: text('mistakes'), weight: 2, measure: { type: 'mistakes' } },
      { id: 'technique', text: text('technique'), weight: 1, measure: { type: 'steps', steps: ['sweep'] } },
      {
        id: 'time',
        text: text('time'),
        weight: 1,
        measure: { type: 'time', expectedMs: 60_000, zeroAtMs: 300_000 },
      },
      { id: 'hints', text: text('hints'), weight: 1, measure: { type: 'hints' } },
      {
        id: 'smoke',
        text: text('smoke'),
        weight: 1,
        measure: { type: 'signal', signal: 'fire.smoke', zeroAt: 1000, oneAt: 0 },
      },
    ],
    severityCost: { minor: 0.1, major: 0.3, critical: 0.6, fatal: 1 },
    vetoSeverity: 'critical',
  },
  debrief: [{ id: 'q', question: text('Why the alarm first?'), answer: text('Others must know.') }],
  privacy: { records: ['results'], retentionDays: 30 },
}

export const extinguish: Scenario = scenario.parse(extinguishDocument)
