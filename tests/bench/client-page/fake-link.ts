import { createLive } from '#client/net/live.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import { writable } from '#client/runtime/readable.ts'
import type { IntentParams } from '#shared/procedure/intent.ts'
import type { Place } from '#shared/procedure/state.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { ClientEdition, ClientEntity, Cue, PrivateView } from '#shared/protocol/views.ts'
import { fakePeople } from './fake-people.ts'

type WorkplaceDocument = Omit<ClientEdition['workplace'], 'assets' | 'entities'> & {
  assets: { id: string; file: string; sha256: string; bytes: number }[]
  entities: (ClientEntity & { transform: Pick<ClientEntity, 'position' | 'rotation'> })[]
}

const ME = 'bench'
const home: Place = { kind: 'home' }

/**
 * A session that nobody runs: every act has its physical effect at once. For measuring and looking at the runtime alone.
 *
 * @param others how many other people are there; the first has an extinguisher in hand
 */
export async function fakeLink(others = 0): Promise<SessionLink> {
  const workplace = (await (
    await fetch('/scenes/workplaces/kitchen-office/workplace.json')
  ).json()) as WorkplaceDocument
  const { entities } = workplace
  const view = writable<PrivateView | null>(runningView)
  const world = writable<PublicWorldClient>({
    tick: 1,
    phase: 'running',
    mode: 'guided',
    entities: Object.fromEntries(
      entities.map(({ id, states }) => [id, { place: home, ...(states && { state: states.initial }) }]),
    ),
    signals: { 'fire.intensity': 300, 'fire.smoke': 200 },
  })
  if (others > 0) change('ext-water', { place: { kind: 'held', by: 'person-1', hand: 'right' } })
  const cueListeners = new Set<(cue: Cue) => void>()

  function change(id: string, patch: Partial<PublicWorldClient['entities'][string]>) {
    const now = world.get()
    const entity = now.entities[id]
    if (entity)
      world.set({ ...now, tick: now.tick + 1, entities: { ...now.entities, [id]: { ...entity, ...patch } } })
  }
  async function act(action: string, target = '', params: IntentParams = {}): Promise<IntentAnswer> {
    const states = entities.find(({ id }) => id === target)?.states?.values ?? []
    if (action === 'grab')
      change(target, { place: { kind: 'held', by: ME, hand: params['hand'] === 'left' ? 'left' : 'right' } })
    if (action === 'release') change(target, { place: { kind: 'rest', position: [500, 420, 500], yaw: 0 } })
    if (action === 'press' || action === 'pull' || action === 'toggle' || action === 'speak')
      change(target, { state: states[1] ?? '' })
    if (action.startsWith('squeeze')) {
      const now = world.get()
      world.set({
        ...now,
        signals: { ...now.signals, [`${target}.spraying`]: action === 'squeeze-begin' ? 1 : 0 },
      })
    }
    if (action === 'pause')
      view.set({ ...runningView, phase: 'paused', paused: { reason: 'asked', pausesLeft: null } })
    if (action === 'resume') view.set(runningView)
    if (action === 'hint') for (const show of cueListeners) show(sample)
    acts.push([action, target].join(' ').trim())
    return { ok: true, tick: world.get().tick }
  }

  return {
    edition: editionOf(workplace),
    session: 'bench',
    me: { person: ME, role: 'trainee', kind: 'participant', moderates: false, spawn: 'start' },
    view,
    world,
    status: writable('online' as const),
    problem: writable(null),
    waiting: writable(0),
    ...fakePeople(others),
    ...createLive(),
    roster: writable(null),
    act,
    moderate: async () => ({ ok: true }),
    liveAct: async () => ({ ok: true }),
    sendPose: () => true,
    onCue(listener) {
      cueListeners.add(listener)
      return () => void cueListeners.delete(listener)
    },
    close() {},
  }
}

/** What was done, for looking. */
export const acts: string[] = []

const sample: Cue = {
  kind: 'say',
  speaker: 'colleague',
  caption: { en: 'The dry powder one is right for paper and for live equipment.' },
  durationMs: 6000,
}

const runningView: PrivateView = {
  tick: 1,
  timeMs: 50,
  mode: 'guided',
  phase: 'running',
  paused: null,
  step: {
    id: 'take',
    number: 4,
    of: 9,
    title: { en: 'Take the right extinguisher' },
    instruction: {
      en: 'Dry powder (ABC) is safe on paper and on live electrical equipment. Take it from the wall beside the exit.',
    },
    progress: 40,
  },
  hints: [{ level: 1, text: { en: 'Look at the label: a blue band and the letters ABC.' } }],
  hintAvailable: true,
  highlight: ['ext-abc'],
  mistakes: [],
  ended: null,
}

function editionOf({ entities, assets, ...workplace }: WorkplaceDocument): ClientEdition {
  const { id, walkable, obstacles, spawns, teleportSpots, safePlace, panel } = workplace
  const text = { en: 'Use a portable extinguisher' }
  return {
    id: 'bench',
    version: '1.0.0',
    contentHash: '',
    title: text,
    summary: text,
    briefing: text,
    safetyNotice: text,
    languages: ['en'],
    expectedMinutes: 5,
    modes: [],
    roles: [],
    workplace: {
      id,
      walkable,
      obstacles,
      spawns,
      teleportSpots,
      safePlace,
      panel,
      assets: assets.map(({ file, ...asset }) => ({ ...asset, url: `/assets/built/${file}` })),
      entities: entities.map(({ transform, ...entity }) => ({ ...entity, ...transform })),
    },
  }
}
