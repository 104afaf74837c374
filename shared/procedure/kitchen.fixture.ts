import { workplace, type Workplace } from '#shared/scenario/workplace.ts'

/** A small kitchen with a bin fire, for tests and benchmarks: the shape of a real workplace. */

export const text = (en: string): { en: string } => ({ en })
export const identity = { version: '1.0.0', licence: 'CC-BY-4.0', schemaVersion: 2 }

const extinguisher = (agent: 'water' | 'co2' | 'abc', z: number): object[] => [
  {
    id: `ext-${agent}`,
    groups: ['extinguisher'],
    transform: { position: [2.86, 1.05, z] },
    name: text(agent),
    description: text(agent),
    affordances: [
      { type: 'grab' },
      { type: 'spray', agent, simulation: `ext-${agent}`, muzzle: [0, 0.05, -0.3] },
    ],
  },
  {
    id: `ext-${agent}.pin`,
    groups: ['pin'],
    parent: `ext-${agent}`,
    transform: { position: [0, 0.1, 0] },
    name: text('pin'),
    description: text('pin'),
    affordances: [{ type: 'pull' }],
    states: { values: ['in', 'pulled'], initial: 'in' },
  },
  {
    id: `bracket-${agent}`,
    transform: { position: [2.86, 1.05, z] },
    name: text('bracket'),
    description: text('bracket'),
    affordances: [{ type: 'socket', accepts: [`ext-${agent}`], toleranceMm: 400 }],
  },
]

const place = (id: string, position: number[], more: object = {}): object => ({
  id,
  transform: { position },
  name: text(id),
  description: text(id),
  ...more,
})

const discharge = { water: 50_000, co2: 12_000, abc: 14_000 }
const agents = ['water', 'co2', 'abc'] as const

export const kitchenDocument = {
  ...identity,
  id: 'test-kitchen',
  iri: 'https://example.com/workplaces/test-kitchen',
  title: text('Kitchen'),
  assets: [],
  walkable: [{ min: [-3, 0, -2.5], max: [3, 0, 2.5] }],
  obstacles: [{ min: [-1.2, 0, -2.5], max: [0, 0.9, -1.9] }],
  spawns: [{ id: 'spawn', position: [0.4, 0, 0.9], yawDegrees: 35 }],
  safePlace: { position: [1.8, 0, 3.5], yawDegrees: 180 },
  panel: { position: [0, 1.6, -2.4], yawDegrees: 0 },
  zones: [{ id: 'corridor', name: text('corridor'), min: [0.3, 0, 2.5], max: [3.3, 2.7, 4.7] }],
  entities: [
    place('waste-bin', [-1.65, 0, -2.05]),
    place('fire-base', [-1.65, 0.3, -2.05]),
    place('fire-appliance', [-0.85, 1, -2.2]),
    place('exit-door', [1.8, 0, 2.5]),
    place('colleague', [-1.9, 0, 0.7], {
      affordances: [{ type: 'speakTo' }],
      states: { values: ['there', 'leaving'], initial: 'there' },
    }),
    place('call-point', [0.95, 1.4, 2.47], {
      affordances: [{ type: 'press', sets: 'broken' }],
      states: { values: ['whole', 'broken'], initial: 'whole' },
    }),
    place('wall-switch', [-0.25, 1.2, -2.47], {
      affordances: [{ type: 'toggle', states: ['on', 'off'] }],
      states: { values: ['on', 'off'], initial: 'on' },
    }),
    ...agents.flatMap((agent, i) => extinguisher(agent, 1.7 - i * 0.5)),
  ],
  variables: [{ id: 'count', min: 0, max: 9, initial: 0 }],
  simulations: [
    ...agents.map((agent) => ({
      type: 'extinguisher',
      id: `ext-${agent}`,
      entity: `ext-${agent}`,
      agent,
      dischargeMs: discharge[agent],
      pin: { entity: `ext-${agent}.pin`, state: 'pulled' },
    })),
    {
      type: 'fire',
      id: 'fire',
      base: 'fire-base',
      appliance: { entity: 'fire-appliance', switch: 'wall-switch', on: 'on' },
      pinboard: {},
      extinguishers: agents.map((agent) => ({ simulation: `ext-${agent}`, entity: `ext-${agent}`, agent })),
    },
  ],
}

export const kitchen: Workplace = workplace.parse(kitchenDocument)
