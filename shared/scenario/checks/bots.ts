import { knownActions } from '#shared/procedure/affordances/registry.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { BotDocument, StepDocument } from '#shared/procedure/nodes/step.ts'
import { canBotFill } from '../can-bot-fill.ts'
import type { Wrong } from '../finding.ts'
import { sensorKeysOf } from './readings.ts'
import type { Check, Site } from './site.ts'

/** SCN-36: a role that a bot is to play says of each step what a bot does; acts of bots exist and differ. */
export const bots: Check = (site) => [...incomplete(site), ...acts(site)]

function incomplete({ scenario, nodes }: Site): Wrong[] {
  return scenario.roles.flatMap(({ id, fill }, i): Wrong[] => {
    const mine = nodes.filter(({ node }) => (node['roles'] as string[] | undefined)?.includes(id))
    const some = mine.some(({ node }) => node['bot'] !== undefined)
    if (canBotFill(scenario, id) || (fill !== 'bot' && !some)) return []
    const lacking = mine.filter(({ node }) => node.type === 'step' && node['bot'] === undefined)
    return [
      {
        code: 'bot-incomplete',
        severity: fill === 'bot' ? 'error' : 'warning',
        path: ['roles', i],
        message: `no bot can play "${id}": ${lacking.map(({ node }) => node.id).join(', ') || 'no step'} does not say what it does`,
        mend: 'Give each step of the role a "bot", or none.',
      },
    ]
  })
}

function acts({ scenario, workplace, nodes }: Site): Wrong[] {
  const sensors = new Set(sensorKeysOf(scenario, workplace))
  return nodes.flatMap(({ node, path }) => {
    const { acts: script = [] } = ((node as unknown as StepDocument).bot ?? {}) as Partial<BotDocument>
    return script.flatMap((act, i): Wrong[] => {
      const at = [...path, 'bot', 'acts', i]
      const twice = script.slice(0, i).some((earlier) => sameAct(earlier, act))
      const unknown = 'intent' in act ? !knownActions.has(act.intent) : !known(act.observe, sensors)
      return [
        ...(twice
          ? [wrong('bot-act-twice', at, 'the bot does the same act before, and never a second time')]
          : []),
        ...(unknown
          ? [wrong('unknown-act', at, 'no thing can be used so, or no condition asks for that reading')]
          : []),
      ]
    })
  })
}

/** Of the same thing in the same way, whatever the params. */
function sameAct(a: BotDocument['acts'][number], b: BotDocument['acts'][number]): boolean {
  if ('observe' in a || 'observe' in b) return canonicalJson(a) === canonicalJson(b)
  return a.intent === b.intent && a.target === b.target
}

function known(observe: Readonly<Record<string, number>>, sensors: ReadonlySet<string>): boolean {
  return Object.keys(observe).every((sensor) => sensors.has(sensor))
}

function wrong(code: string, path: Wrong['path'], message: string): Wrong {
  return { code, path, message, mend: 'Change it, or split the step.' }
}
