import type { Debrief } from '#shared/session/debrief.ts'
import { useText } from '#client/ui/text.tsx'

/** Weights as shares of what was assessed: what a device cannot measure counts for nobody and against nobody. */
export function Criteria({ criteria }: { criteria: Debrief['score']['criteria'] }) {
  const { t, say } = useText()
  const assessedWeight = criteria.reduce((sum, { weight, assessed }) => sum + (assessed ? weight : 0), 0)
  const percent = (value: number) => `${Math.round(value * 100)} %`
  return (
    <section className="debrief-part" aria-labelledby="criteria-title">
      <h2 id="criteria-title">{t('debrief.criteria')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('debrief.criterion')}</th>
            <th scope="col" className="number">
              {t('debrief.weight')}
            </th>
            <th scope="col" className="number">
              {t('debrief.result')}
            </th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id, text, value, weight, assessed }) => (
            <tr key={id}>
              <th scope="row">{say(text)}</th>
              {assessed ? (
                <>
                  <td className="number soft">{percent(weight / assessedWeight)}</td>
                  <td className="number">{percent(value)}</td>
                </>
              ) : (
                <td colSpan={2} className="number soft">
                  {t('debrief.notAssessed')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
