import { useState } from 'react'
import type { ScenarioSummary } from '#client/net/api.ts'
import { Icon } from '#client/ui/icon.tsx'
import { Mark } from '#client/ui/mark.tsx'
import { useText } from '#client/ui/text.tsx'

/** The scenario as one sees it before going in: the room, what it is, how long, what one practises. */
export function ScenarioPlate({ scenario }: { scenario: ScenarioSummary }) {
  const { t, say } = useText()
  const [pictureMissing, setPictureMissing] = useState(false)
  const title = say(scenario.title)
  return (
    <article className="plate">
      <figure className="plate__picture">
        {pictureMissing ? (
          <div className="plate__drawn" aria-hidden="true">
            <Mark size={160} />
          </div>
        ) : (
          <img
            src={`/pictures/${scenario.id}.webp`}
            alt={t('lobby.pictureAlt', { title })}
            width={1280}
            height={720}
            onError={() => setPictureMissing(true)}
          />
        )}
      </figure>
      <div className="plate__face">
        <div className="plate__head">
          <h2>{title}</h2>
          <p className="plate__minutes">
            <Icon name="clock" />
            {t('app.minutes', { count: scenario.expectedMinutes })}
          </p>
        </div>
        <p className="plate__summary">{say(scenario.summary)}</p>
        {scenario.objectives !== undefined && scenario.objectives.length > 0 && (
          <section className="plate__objectives">
            <h3 className="label">{t('lobby.objectives')}</h3>
            <ul>
              {scenario.objectives.map((objective) => (
                <li key={say(objective)}>{say(objective)}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </article>
  )
}
