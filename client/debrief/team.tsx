import { useCallback } from 'react'
import type { Debrief } from '#shared/session/debrief.ts'
import { createApi } from '#client/net/api.ts'
import { useTogether } from '#client/together/use-together.ts'
import { useLoaded } from '#client/ui/use-loaded.ts'
import type { WhoIsWho } from './who-is-who.ts'

const api = createApi()

interface TeamProps {
  people: NonNullable<Debrief['people']>
  who: WhoIsWho
  scenario: Debrief['scenario']
}

/** Each person's part in the team's run: own steps, mistakes, hints and verdict; the own row first and marked. */
export function Team({ people, who, scenario: { id: scenario, version } }: TeamProps) {
  const { t, w, say } = useTogether()
  // Only the edition knows what the roles are called.
  const [edition] = useLoaded(useCallback(() => api.edition(scenario, version), [scenario, version]))
  const own = (person: string) => person === who.me
  const role = (id: string) => {
    const named = edition.state === 'ready' && edition.value.roles.find((each) => each.id === id)
    return named ? say(named.name) : id
  }
  return (
    <section className="debrief-part" aria-labelledby="team-title">
      <h2 id="team-title">{w('team.title')}</h2>
      <p className="soft">{w('team.score')}</p>
      <table className="team">
        <thead>
          <tr>
            <th scope="col">{w('roster.person')}</th>
            <th scope="col">{w('roster.role')}</th>
            <th scope="col" className="number">
              {w('team.steps')}
            </th>
            <th scope="col" className="number">
              {w('team.mistakes')}
            </th>
            <th scope="col" className="number">
              {w('team.hints')}
            </th>
            <th scope="col">{t('debrief.result')}</th>
          </tr>
        </thead>
        <tbody>
          {people
            .toSorted((a, b) => Number(own(b.person)) - Number(own(a.person)))
            .map(({ person, role: id, bot, left, steps, mistakes, hints, score }) => (
              <tr key={person} data-own={own(person)}>
                <th scope="row">
                  {own(person)
                    ? w('who.you', { name: who.names[person] || w('who.guest') })
                    : bot
                      ? w('who.bot')
                      : who.names[person] || w('who.guest')}
                </th>
                <td>{role(id)}</td>
                <td className="number">{steps}</td>
                <td className="number">{mistakes}</td>
                <td className="number">{hints}</td>
                <td>
                  {score === null ? '–' : t(score.passed ? 'debrief.passed' : 'debrief.failed')}
                  {left && `, ${w('team.left')}`}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
