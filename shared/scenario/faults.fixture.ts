import type { Loose } from './small.fixture.ts'

export type Change = (documents: { scenario: Loose; workplace: Loose }) => void

/** One fault each in the small documents, and all that must be found then: code, place for machines, place for people. */
export const first = (scenario: Loose) => scenario.procedure.of[0]
export const faults: readonly { rule: string; what: string; change: Change; expected: string[] }[] = [
  {
    rule: 'SCN-20',
    what: 'two nodes of one id',
    change: ({ scenario }) => void (scenario.procedure.of[1].id = 'switch-on'),
    expected: [
      "double-id | scenario /procedure/of/1 | step 'switch-on'",
      "unknown-step | scenario /tests/0/expect/stepsDone/1 | test 'pass', expect, stepsDone 2",
    ],
  },
  {
    rule: 'SCN-20',
    what: 'a rule called like a step',
    change: ({ scenario }) => void scenario.rules.push({ id: 'take', when: { type: 'held' } }),
    expected: ["double-id | scenario /rules/1 | rule 'take'"],
  },
  {
    rule: 'SCN-20',
    what: 'a group called like an entity',
    change: ({ workplace }) => void (workplace.entities[1].groups = ['lamp']),
    expected: ["double-id | workplace /entities/0 | entity 'lamp'"],
  },
  {
    rule: 'SCN-21',
    what: 'an unknown entity',
    change: ({ scenario }) => void (first(scenario).transitions[0].when.entity = 'lantern'),
    expected: [
      "unknown-entity | scenario /procedure/of/0/transitions/0/when/entity | step 'switch-on', transition 1, when, entity",
    ],
  },
  {
    rule: 'SCN-21',
    what: 'an unknown state',
    change: ({ scenario }) => void (first(scenario).transitions[0].when.state = 'lit'),
    expected: [
      "unknown-state | scenario /procedure/of/0/transitions/0/when/state | step 'switch-on', transition 1, when, state",
    ],
  },
  {
    rule: 'SCN-21',
    what: 'an unknown zone deep in a condition',
    change: ({ scenario }) =>
      void (scenario.rules[0].when.of[1] = { type: 'not', of: { type: 'inZone', zone: 'outside' } }),
    expected: [
      "unknown-zone | scenario /rules/0/when/of/1/of/zone | rule 'in-the-dark', when, part 2, of, zone",
    ],
  },
  {
    rule: 'SCN-21',
    what: 'unknown signal, variable, role, objective, node',
    change: ({ scenario }) => {
      first(scenario).roles = ['monk']
      first(scenario).objectives = ['peace']
      first(scenario).transitions.unshift({
        when: { type: 'compare', signal: 'fire.out', op: '==', value: 1 },
        kind: 'alternative',
        to: { node: 'sing' },
      })
      scenario.rules[0].consequences = [{ type: 'setVar', variable: 'count', value: 1 }]
    },
    expected: [
      "unknown-role | scenario /procedure/of/0/roles/0 | step 'switch-on', role 1",
      "unknown-objective | scenario /procedure/of/0/objectives/0 | step 'switch-on', objective 1",
      "unknown-signal | scenario /procedure/of/0/transitions/0/when/signal | step 'switch-on', transition 1, when, signal",
      "unknown-node | scenario /procedure/of/0/transitions/0/to/node | step 'switch-on', transition 1, to, node",
      "unknown-variable | scenario /rules/0/consequences/0/variable | rule 'in-the-dark', consequence 1, variable",
    ],
  },
  {
    rule: 'SCN-21',
    what: 'an unknown outcome',
    change: ({ scenario }) => void (scenario.procedure.of[2].outcome = 'slept'),
    expected: ["unknown-outcome | scenario /procedure/of/2/outcome | end 'done', outcome"],
  },
  {
    rule: 'SCN-22',
    what: 'an asset that is not listed',
    change: ({ workplace }) => void (workplace.entities[0].model.asset = 'attic'),
    expected: ["unknown-asset | workplace /entities/0/model/asset | entity 'lamp', model, asset"],
  },
  {
    rule: 'SCN-22',
    what: 'parents in a circle',
    change: ({ workplace }) => {
      workplace.entities[0].parent = 'book'
      workplace.entities[1].parent = 'lamp'
    },
    expected: [
      "endless-parents | workplace /entities/0/parent | entity 'lamp', parent",
      "endless-parents | workplace /entities/1/parent | entity 'book', parent",
    ],
  },
  {
    rule: 'SCN-22',
    what: 'a socket for nothing',
    change: ({ workplace }) => void (workplace.entities[2].affordances[0].accepts = ['vase']),
    expected: [
      "socket-accepts-nothing | workplace /entities/2/affordances/0/accepts/0 | entity 'shelf', affordance 1, accepts 1",
    ],
  },
  {
    rule: 'SCN-22',
    what: 'a role without a place to start',
    change: ({ scenario }) => void (scenario.roles[0].spawn = 'roof'),
    expected: ["unknown-spawn | scenario /roles/0/spawn | role 'reader', spawn"],
  },
  {
    rule: 'SCN-22',
    what: 'the wrong world',
    change: ({ scenario }) => void (scenario.workplace = 'attic'),
    expected: ['other-workplace | scenario /workplace | workplace'],
  },
  {
    rule: 'SCN-23',
    what: 'a step behind the end',
    change: ({ scenario }) => void (scenario.procedure.of = scenario.procedure.of.toReversed()),
    expected: [
      "unreachable | scenario /procedure/of/1 | step 'take'",
      "unreachable | scenario /procedure/of/2 | step 'switch-on'",
    ],
  },
  {
    rule: 'SCN-23',
    what: 'no end',
    change: ({ scenario }) => {
      scenario.procedure.of.pop()
    },
    expected: [
      "no-end | scenario /procedure/of/0 | step 'switch-on'",
      "no-end | scenario /procedure/of/1 | step 'take'",
      "left-open | scenario /procedure | sequence 'all'",
    ],
  },
  {
    rule: 'SCN-23',
    what: 'a circle under a condition that stays true',
    change: ({ scenario }) => {
      const lit = { type: 'stateIs', entity: 'lamp', state: 'on' }
      scenario.procedure.of[1].transitions.push({
        when: { type: 'any', of: [lit] },
        kind: 'alternative',
        to: { node: 'switch-on' },
      })
    },
    expected: [
      "endless-cycle | scenario /procedure/of/0 | step 'switch-on'",
      "endless-cycle | scenario /procedure/of/1 | step 'take'",
    ],
  },
  {
    rule: 'SCN-23',
    what: 'a circle that waits is allowed',
    change: ({ scenario }) => {
      const lit = { type: 'stateIs', entity: 'lamp', state: 'on' }
      scenario.procedure.of[1].transitions.push({
        when: { type: 'holds', of: lit, ms: 500 },
        kind: 'alternative',
        to: { node: 'switch-on' },
      })
    },
    expected: [],
  },
  {
    rule: 'SCN-24',
    what: 'a role with nothing to do',
    change: ({ scenario }) => void scenario.roles.push({ ...scenario.roles[0], id: 'guest' }),
    expected: ["idle-role | scenario /roles/1 | role 'guest'"],
  },
  {
    rule: 'SCN-25',
    what: 'a narrower condition behind a wider one',
    change: ({ scenario }) => {
      const { when } = first(scenario).transitions[0]
      first(scenario).transitions.push({
        when: { type: 'all', of: [when, { type: 'held', entity: 'book' }] },
        kind: 'alternative',
      })
    },
    expected: [
      "shadowed-transition | scenario /procedure/of/0/transitions/1 | step 'switch-on', transition 2",
    ],
  },
  {
    rule: 'SCN-26',
    what: 'a window narrower than tracking',
    change: ({ scenario }) =>
      void first(scenario).transitions.push({
        when: { type: 'near', entity: 'lamp', withinMm: 1000, beyondMm: 995 },
        kind: 'alternative',
      }),
    expected: [
      "below-tracking-noise | scenario /procedure/of/0/transitions/1/when/beyondMm | step 'switch-on', transition 2, when, beyondMm",
    ],
  },
  {
    rule: 'SCN-27',
    what: 'a limit below p90',
    change: ({ scenario }) => void (first(scenario).timeLimitMs = 1500),
    expected: ["time-limit-too-short | scenario /procedure/of/0/timeLimitMs | step 'switch-on', timeLimitMs"],
  },
  {
    rule: 'SCN-28',
    what: 'a text that lacks a language',
    change: ({ scenario }) => {
      scenario.languages = ['en', 'es']
      for (const map of languageMapsIn(scenario)) map['es'] = 'x'
      delete first(scenario).instruction['es']
    },
    expected: [
      "language-missing | scenario /procedure/of/0/instruction | step 'switch-on', instruction",
    ].concat(workplaceTexts()),
  },
  {
    rule: 'SCN-29',
    what: 'two things of one name',
    change: ({ workplace }) => void (workplace.entities[1].name.en = 'LAMP'),
    expected: ["same-name | workplace /entities/1/name/en | entity 'book', name, en"],
  },
  {
    rule: 'SCN-30',
    what: 'a regulation and a quantity without a source',
    change: ({ scenario }) => {
      first(scenario).why = { en: 'By 29 CFR 1910.157 within 75 ft.' }
      scenario.briefing = { en: 'Keep 2 m away.' }
    },
    expected: [
      "source-missing | scenario /procedure/of/0/why/en | step 'switch-on', why, en",
      "source-missing | scenario /procedure/of/0/why/en | step 'switch-on', why, en",
    ],
  },
  {
    rule: 'SCN-31',
    what: 'somebody’s address',
    change: ({ scenario }) => void (scenario.briefing = { en: 'Ask jo.doe@acme.com or +1 555 123 4567.' }),
    expected: ['personal-data | scenario /briefing/en | briefing, en'],
  },
  {
    rule: 'SCN-33',
    what: 'a technique without another way',
    change: ({ scenario }) =>
      void (first(scenario).transitions = [
        {
          when: { type: 'amplitude', sensor: 'sweep', entity: 'lamp', mm: 100, withinMs: 1000, times: 2 },
          kind: 'correct',
        },
      ]),
    expected: [
      "no-accessible-way | scenario /procedure/of/0/transitions | step 'switch-on', transitions",
      "not-measured-by | scenario /procedure/of/0 | step 'switch-on'",
    ],
  },
  {
    rule: 'SCN-34',
    what: 'an outcome and a critical rule that no test shows',
    change: ({ scenario }) => {
      scenario.tests.pop()
      scenario.outcomes.push({ ...scenario.outcomes[0], id: 'slept' })
    },
    expected: [
      "outcome-not-shown | scenario /outcomes/1 | outcome 'slept'",
      "rule-not-tripped | scenario /rules/0 | rule 'in-the-dark'",
    ],
  },
]

function languageMapsIn(value: Loose): Record<string, string>[] {
  if (typeof value !== 'object' || value === null) return []
  if (typeof value.en === 'string') return [value]
  return Object.values(value).flatMap(languageMapsIn)
}

function workplaceTexts(): string[] {
  const entity = (i: number, id: string) =>
    ['name', 'description'].map(
      (key) => `language-missing | workplace /entities/${i}/${key} | entity '${id}', ${key}`,
    )
  return [
    'language-missing | workplace /title | title',
    "language-missing | workplace /zones/0/name | zone 'inside', name",
    ...entity(0, 'lamp'),
    ...entity(1, 'book'),
    ...entity(2, 'shelf'),
  ]
}
