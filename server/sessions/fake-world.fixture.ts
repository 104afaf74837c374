import type { EngineState } from '#shared/procedure/state.ts'
import type { PublicWorld } from '#shared/session/public-world.ts'

/** What everybody may see of the small fake rules' state. */
export function fakeWorld(state: EngineState): PublicWorld {
  return {
    tick: state.tick,
    phase: state.phase,
    mode: 'guided',
    entities: Object.fromEntries(
      Object.entries(state.entities).map(([id, { place, state: name = '' }]) => [
        id,
        { place, state: name, locked: false, hidden: false },
      ]),
    ),
    signals: state.signals,
    locked: state.membership.locked,
    participants: Object.fromEntries(
      Object.entries(state.participants).map(
        ([person, { role, number, connected, pausedBy, bot, muted }]) => [
          person,
          {
            role,
            number,
            connected,
            away: pausedBy !== null,
            bot: bot === true,
            muted: muted === true,
            ready: false,
            reaching: '',
            offering: '',
          },
        ],
      ),
    ),
  }
}
