import { scenario, type Scenario } from '#shared/scenario/scenario.ts'
import { extinguishDocument } from './extinguish.fixture.ts'
import { text } from './kitchen.fixture.ts'

/** Group lockout at that pump: a lead and up to two mechanics, who may be bots. */

export const step = (id: string, roles: string[], when: object, more: object = {}): object => ({
  type: 'step',
  id,
  roles,
  title: text(id),
  instruction: text(`do ${id}`),
  expectedMs: { p50: 5000, p90: 20_000 },
  transitions: [{ when, kind: 'correct' }],
  ...more,
})
export const onBox = (more: object = {}): object => ({
  type: 'inSocket',
  entity: 'personal-lock',
  socket: 'box-hasp',
  ...more,
})
const not = (of: object): object => ({ type: 'not', of })
const put = (thing: string, socket: string): object[] => [
  { intent: 'grab', target: thing },
  { intent: 'release', target: thing, params: { socket } },
]
const bot = (...acts: object[]): object => ({ bot: { afterMs: 1000, acts } })

export const lockoutDocument = {
  ...extinguishDocument,
  id: 'test-lockout',
  iri: 'https://example.com/scenarios/test-lockout',
  workplace: 'test-pump-room',
  title: text('Group lockout'),
  roles: [
    { id: 'lead', name: text('Lead'), min: 1, max: 1, fill: 'human', spawn: 'door' },
    { id: 'mechanic', name: text('Mechanic'), min: 1, max: 2, fill: 'human', spawn: 'door' },
  ],
  procedure: {
    type: 'sequence',
    id: 'job',
    of: [
      {
        type: 'parallel',
        id: 'lanes',
        of: [
          {
            type: 'sequence',
            id: 'lead-lane',
            title: text('Lead the lockout'),
            of: [
              step(
                'isolate',
                ['lead'],
                { type: 'stateIs', entity: 'breaker', state: 'off' },
                { uses: ['breaker'], hints: [{ level: 1, afterMs: 5000, text: text('The breaker.') }] },
              ),
              step(
                'lead-lock',
                ['lead'],
                { type: 'all', of: [{ type: 'stateIs', entity: 'lockbox', state: 'closed' }, onBox()] },
                { uses: ['lockbox', 'personal-lock'] },
              ),
              { type: 'barrier', id: 'lead-locked', meet: 'locked' },
              step(
                'try-start',
                ['lead'],
                { type: 'acted', action: 'press', target: 'start-button' },
                {
                  uses: ['start-button'],
                },
              ),
              { type: 'barrier', id: 'lead-verified', meet: 'verified' },
              step(
                'open-box',
                ['lead'],
                {
                  type: 'all',
                  of: [{ type: 'stateIs', entity: 'lockbox', state: 'open' }, not(onBox({ roles: [] }))],
                },
                { uses: ['lockbox', 'personal-lock'] },
              ),
            ],
          },
          {
            type: 'sequence',
            id: 'mechanic-lane',
            title: text('Work on the pump'),
            of: [
              step('mechanic-lock', ['mechanic'], onBox({ who: 'each' }), {
                uses: ['personal-lock'],
                ...bot(...put('personal-lock', 'box-hasp')),
              }),
              { type: 'barrier', id: 'mechanic-locked', meet: 'locked' },
              { type: 'barrier', id: 'mechanic-verified', meet: 'verified' },
              step(
                'work',
                ['mechanic'],
                { type: 'stateIs', entity: 'coupling', state: 'new' },
                {
                  uses: ['coupling'],
                  ...bot({ intent: 'toggle', target: 'coupling' }),
                },
              ),
              step('unlock', ['mechanic'], not(onBox()), {
                uses: ['personal-lock'],
                ...bot(
                  { intent: 'grab', target: 'personal-lock' },
                  { intent: 'release', target: 'personal-lock' },
                ),
              }),
            ],
          },
        ],
      },
      { type: 'end', id: 'done', outcome: 'done' },
    ],
  },
  rules: [
    {
      id: 'worked-unprotected',
      when: {
        type: 'onePerson',
        of: {
          type: 'all',
          of: [
            { type: 'event', eventType: 'acted', with: { action: 'toggle', target: 'coupling' } },
            not(onBox()),
          ],
        },
      },
      mistake: { category: 'unsafe', severity: 'critical', text: text('unlocked'), remedy: text('lock') },
    },
  ],
  outcomes: [{ id: 'done', title: text('Done'), text: text('The pump runs.'), success: true }],
  scoring: {
    ...extinguishDocument.scoring,
    criteria: [
      { id: 'done', text: text('steps'), weight: 2, measure: { type: 'steps' } },
      { id: 'clean', text: text('mistakes'), weight: 1, measure: { type: 'mistakes' } },
      { id: 'hints', text: text('hints'), weight: 1, measure: { type: 'hints' } },
    ],
  },
}

export const lockout: Scenario = scenario.parse(lockoutDocument)
