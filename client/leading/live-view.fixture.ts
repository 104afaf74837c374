import type { LeadView, LiveView } from '#shared/live/view.ts'

export const live = (more: Partial<LiveView> = {}): LiveView => ({
  leader: null,
  passedBy: null,
  followMe: false,
  spotlight: null,
  unshared: [],
  haltedBy: null,
  summons: null,
  lookHere: null,
  hands: [],
  mayDraw: { everybody: false, people: [], not: [] },
  maySpeak: { everybody: true, people: [], not: [] },
  help: [],
  takeOver: null,
  poll: null,
  watchers: {},
  ...more,
})

export const lead = (more: Partial<LeadView> = {}): LeadView => ({
  help: [],
  heat: null,
  pollEvery: 0,
  watching: {},
  steps: [],
  ...more,
})
