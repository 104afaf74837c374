import type { ClientEdition, ClientEntity, PrivateView } from '#shared/protocol/views.ts'

export const entity = (id: string, more: Partial<ClientEntity> = {}): ClientEntity => ({
  id,
  position: [0, 0, 0],
  rotation: [0, 0, 0, 1],
  name: { en: `the ${id}` },
  description: { en: `about ${id}` },
  hazards: [],
  affordances: [],
  ...more,
})

export const edition = {
  id: 'portable-extinguisher',
  version: '1.0.0',
  title: { en: 'Use a portable extinguisher' },
  briefing: { en: 'Something burns.' },
  modes: [
    { name: 'guided', open: true, maxPauses: null },
    { name: 'exam', open: false, maxPauses: 2 },
  ],
  roles: [{ id: 'trainee', name: { en: 'Trainee' }, spawn: 'door' }],
  workplace: { entities: [entity('colleague')] },
} as unknown as ClientEdition

export const view = (more: Partial<PrivateView> = {}): PrivateView => ({
  tick: 0,
  timeMs: 0,
  mode: 'guided',
  phase: 'running',
  paused: null,
  step: null,
  hints: [],
  hintAvailable: false,
  highlight: [],
  mistakes: [],
  ended: null,
  ...more,
})

export const step = (id: string, number = 1): NonNullable<PrivateView['step']> => ({
  id,
  number,
  of: 13,
  title: { en: `title ${id}` },
  instruction: { en: `do ${id}` },
})

export const mistake = (id: string): PrivateView['mistakes'][number] => ({
  id,
  rule: 'r',
  severity: 'major',
  text: { en: 'Water on live equipment.' },
  remedy: { en: 'Cut the power first.' },
  atMs: 5,
})
