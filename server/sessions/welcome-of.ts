import type { WelcomeMessage } from '#shared/protocol/messages.ts'
import { PROTOCOL_VERSION } from '#shared/protocol/messages.ts'
import { mayModerate } from './moderation.ts'
import type { Seat } from './seat.ts'
import type { TrainingSessionOptions } from './training-session-options.ts'

/** Who one is here, and where one stands. Without a role one stands where the first role does. */
export function welcomeOf(
  seat: Seat,
  { id, host, scenario, rules }: Pick<TrainingSessionOptions, 'id' | 'host' | 'scenario' | 'rules'>,
): WelcomeMessage {
  const { person, kind, role, epoch } = seat
  const spawn = (rules.roles.find((offer) => offer.id === role) ?? rules.roles[0])?.spawn ?? ''
  const moderates = mayModerate(seat, host)
  return { protocol: PROTOCOL_VERSION, session: id, person, kind, role, moderates, epoch, spawn, scenario }
}
