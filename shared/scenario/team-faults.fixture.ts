import type { Loose } from './small.fixture.ts'

type Change = (documents: { scenario: Loose; workplace: Loose }) => void

const helping = (scenario: Loose) => scenario.procedure.of[0].of[0].of
const reading = (scenario: Loose) => scenario.procedure.of[0].of[1].of
const glasses = (workplace: Loose) => workplace.entities[3]
const nose = (workplace: Loose) => workplace.entities[4]

/** One fault each in the documents for two, and all that must be found then. */
export const teamFaults: readonly { rule: string; what: string; change: Change; expected: string[] }[] = [
  {
    rule: 'SCN-24',
    what: 'a step of a role that may be empty',
    change: ({ scenario }) => void (scenario.roles[1].min = 0),
    expected: [
      "step-for-nobody | scenario /procedure/of/0/of/0/of/0/roles | step 'helper-sees', roles",
      "step-for-nobody | scenario /procedure/of/0/of/0/of/2/roles | step 'switch-on', roles",
    ],
  },
  {
    rule: 'SCN-35',
    what: 'a barrier that nobody else comes to',
    change: ({ scenario }) => void reading(scenario).splice(2, 1),
    expected: ["barrier-alone | scenario /procedure/of/0/of/0/of/3 | barrier 'lit'"],
  },
  {
    rule: 'SCN-35',
    what: 'two barriers of a meeting in one path',
    change: ({ scenario }) => void reading(scenario).push({ type: 'barrier', id: 'again', meet: 'light' }),
    expected: ["barrier-not-beside | scenario /procedure/of/0/of/1/of/4 | barrier 'again'"],
  },
  {
    rule: 'SCN-35',
    what: 'meetings that wait for each other',
    change({ scenario }) {
      const [ready, light] = [reading(scenario)[1], reading(scenario)[2]]
      reading(scenario).splice(1, 2, light, ready)
    },
    expected: ["barriers-crossed | scenario /procedure/of/0/of/0/of/3 | barrier 'lit'"],
  },
  {
    rule: 'SCN-36',
    what: 'a bot that knows only some of its steps',
    change: ({ scenario }) => void delete helping(scenario)[2].bot,
    expected: ["bot-incomplete | scenario /roles/1 | role 'helper'"],
  },
  {
    rule: 'SCN-36',
    what: 'a bot without a word to it',
    change({ scenario }) {
      scenario.roles[1].fill = 'bot'
      for (const at of [0, 2]) delete helping(scenario)[at].bot
    },
    expected: ["bot-incomplete | scenario /roles/1 | role 'helper'"],
  },
  {
    rule: 'SCN-36',
    what: 'acts of a bot that do not exist or come twice',
    change: ({ scenario }) =>
      void (helping(scenario)[2].bot.acts = [
        { intent: 'toggle', target: 'lamp' },
        { intent: 'toggle', target: 'lamp', params: { hand: 'left' } },
        { intent: 'juggle', target: 'lamp' },
        { observe: { 'zone:moon': 1 } },
      ]),
    expected: [
      "bot-act-twice | scenario /procedure/of/0/of/0/of/2/bot/acts/1 | step 'switch-on', bot, act 2",
      "unknown-act | scenario /procedure/of/0/of/0/of/2/bot/acts/2 | step 'switch-on', bot, act 3",
      "unknown-act | scenario /procedure/of/0/of/0/of/2/bot/acts/3 | step 'switch-on', bot, act 4",
    ],
  },
  {
    rule: 'SCN-37',
    what: 'a part of a personal thing that is everybody’s, and an endless id',
    change({ workplace }) {
      workplace.entities[1].parent = 'glasses'
      workplace.entities[2].id = 'x'.repeat(60)
      workplace.entities[2].personal = { offset: [0, 0, 0] }
      nose(workplace).affordances[0].holdsFast = []
    },
    expected: [
      "part-not-personal | workplace /entities/1/personal | entity 'book', personal",
      `id-too-long | workplace /entities/2/personal | entity '${'x'.repeat(60)}', personal`,
    ],
  },
  {
    rule: 'SCN-37',
    what: 'a socket with too little room for the things of all',
    change: ({ scenario }) => void (scenario.roles[1].max = 2),
    expected: ["socket-too-small | workplace /entities/4/affordances/0 | entity 'nose', affordance 1"],
  },
  {
    rule: 'SCN-38',
    what: 'a memory inside one person',
    change: ({ scenario }) =>
      void (helping(scenario)[2].transitions[0].when = {
        type: 'onePerson',
        of: { type: 'holds', ms: 1000, of: { type: 'held' } },
      }),
    expected: [
      "one-person-remembers | scenario /procedure/of/0/of/0/of/2/transitions/0/when/of | step 'switch-on', transition 1, when, of",
    ],
  },
  {
    rule: 'SCN-21',
    what: 'unknown roles of tests and conditions, and a socket that is none',
    change({ scenario }) {
      helping(scenario)[0].transitions[0].when = {
        type: 'inSocket',
        entity: 'glasses',
        socket: 'lamp',
        roles: ['king'],
      }
      scenario.tests[0].people = { reader: 1, helper: 1, queen: 1 }
      scenario.tests[0].bots = ['jack']
      scenario.tests[0].script.push({ intent: 'begin', as: 'ace' })
    },
    expected: [
      "unknown-socket | scenario /procedure/of/0/of/0/of/0/transitions/0/when/socket | step 'helper-sees', transition 1, when, socket",
      "unknown-role | scenario /procedure/of/0/of/0/of/0/transitions/0/when/roles/0 | step 'helper-sees', transition 1, when, role 1",
      "unknown-role | scenario /tests/0/bots/0 | test 'together', bots 1",
      "unknown-role | scenario /tests/0/script/9/as | test 'together', act 10, as",
      "unknown-role | scenario /tests/0/people/queen | test 'together', people, queen",
    ],
  },
  {
    rule: 'SCN-22',
    what: 'keys, things held fast and states that are not there',
    change({ workplace }) {
      glasses(workplace).affordances[0].key = 'key'
      nose(workplace).affordances[0].holdsFast = ['door']
      nose(workplace).affordances[0].openIn = 'open'
      workplace.entities[0].affordances.push({
        type: 'turn',
        axis: [0, 1, 0],
        detents: [
          { state: 'on', degrees: 0 },
          { state: 'dim', degrees: 45 },
        ],
      })
    },
    expected: [
      "unknown-state | workplace /entities/0/affordances/1/detents/1/state | entity 'lamp', affordance 2, detents 2, state",
      "unknown-entity | workplace /entities/3/affordances/0/key | entity 'glasses', affordance 1, key",
      "unknown-entity | workplace /entities/4/affordances/0/holdsFast/0 | entity 'nose', affordance 1, holdsFast 1",
      "unknown-state | workplace /entities/4/affordances/0/openIn | entity 'nose', affordance 1, openIn",
    ],
  },
  {
    rule: 'SCN-34',
    what: 'a role that no passing test shows',
    change: ({ scenario }) => {
      scenario.tests[0].people = { reader: 1 }
      scenario.tests[0].bots = ['helper']
      scenario.tests[0].script = scenario.tests[0].script.filter(({ as }: Loose) => as !== 'helper')
    },
    expected: ["role-not-shown | scenario /roles/1 | role 'helper'"],
  },
]
