import { workplace, type Workplace } from '#shared/scenario/workplace.ts'
import { identity, text } from './kitchen.fixture.ts'

/** A pump with two sources of energy and a group lockbox, for tests with several people. */

const thing = (id: string, position: number[], more: object): object => ({
  id,
  transform: { position },
  name: text(id),
  description: text(id),
  ...more,
})
const states = (...values: string[]): object => ({ values, initial: values[0] })

export const pumpRoomDocument = {
  ...identity,
  id: 'test-pump-room',
  iri: 'https://example.com/workplaces/test-pump-room',
  title: text('Pump room'),
  assets: [],
  walkable: [{ min: [-5, 0, -5], max: [5, 0, 5] }],
  spawns: [{ id: 'door', position: [0, 0, 2], yawDegrees: 0 }],
  safePlace: { position: [0, 0, 4], yawDegrees: 180 },
  panel: { position: [0, 1.6, -4], yawDegrees: 0 },
  zones: [{ id: 'at-pump', name: text('at the pump'), min: [-1, 0, -3], max: [1, 3, -1] }],
  entities: [
    thing('breaker', [-2, 1.4, -4], {
      states: states('on', 'off'),
      affordances: [{ type: 'toggle', states: ['on', 'off'] }],
    }),
    thing('breaker.hasp', [0.1, 0, 0], {
      parent: 'breaker',
      affordances: [{ type: 'socket', accepts: ['equipment-lock'], holdsFast: ['breaker'] }],
    }),
    thing('hook', [-3, 1.3, -4], { affordances: [{ type: 'socket', accepts: ['equipment-lock'] }] }),
    thing('valve', [2, 1, -4], {
      states: states('open', 'half', 'closed'),
      affordances: [
        {
          type: 'turn',
          axis: [0, 0, 1],
          detents: [
            { state: 'open', degrees: 0 },
            { state: 'half', degrees: 45 },
            { state: 'closed', degrees: 90 },
          ],
        },
      ],
    }),
    thing('equipment-lock-1', [-3, 1, -4], {
      groups: ['equipment-lock'],
      affordances: [{ type: 'grab', key: 'key-1' }],
    }),
    thing('key-1', [-3, 1.1, -4], { groups: ['key'], affordances: [{ type: 'grab' }] }),
    thing('key-2', [-3, 1.2, -4], { groups: ['key'], affordances: [{ type: 'grab' }] }),
    thing('lockbox', [0, 1, -4], {
      states: states('open', 'closed'),
      affordances: [
        { type: 'toggle', states: ['open', 'closed'] },
        { type: 'socket', accepts: ['key'], capacity: 2, spacing: [0, 0, 0.1], openIn: 'open' },
      ],
    }),
    thing('box-hasp', [0, 0.2, 0], {
      parent: 'lockbox',
      affordances: [
        {
          type: 'socket',
          accepts: ['personal-lock'],
          capacity: 6,
          spacing: [0.05, 0, 0],
          holdsFast: ['lockbox'],
        },
      ],
    }),
    thing('personal-lock', [3, 1, -4], {
      personal: { offset: [0.1, 0, 0] },
      states: states('shut', 'open'),
      affordances: [{ type: 'grab' }],
    }),
    thing('personal-lock.tag', [0, -0.05, 0], {
      parent: 'personal-lock',
      personal: { offset: [0, 0, 0], others: true },
      states: states('blank', 'signed'),
      affordances: [{ type: 'press', sets: 'signed' }],
    }),
    thing('tool-bag', [4, 1, -4], {
      personal: { offset: [0, 0, 0.5], others: true },
      affordances: [{ type: 'grab' }],
    }),
    thing('start-button', [0, 1.2, -2], { affordances: [{ type: 'press' }] }),
    thing('stop-button', [0.3, 1.2, -2], { affordances: [{ type: 'press' }] }),
    thing('coupling', [0, 0.8, -2], {
      states: states('worn', 'new'),
      affordances: [{ type: 'toggle', states: ['worn', 'new'] }],
    }),
    thing('wrench', [1, 1, -3], { affordances: [{ type: 'grab' }] }),
  ],
  variables: [{ id: 'count', min: 0, max: 99, initial: 0 }],
}

export const pumpRoom: Workplace = workplace.parse(pumpRoomDocument)
