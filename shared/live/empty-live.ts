import type { LiveState } from './state.ts'

/** As it is before anybody asked for anything. */
export const emptyLive: LiveState = {
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
  annotations: {},
  drawn: 0,
  help: [],
  takeOver: null,
  pollEvery: 0,
  pollCount: 0,
  poll: null,
  polls: 0,
  watching: {},
}
