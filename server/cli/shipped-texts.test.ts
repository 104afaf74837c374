import { expect, test } from 'vitest'
import { findScenario } from './find-scenario.ts'

const { loaded } = await findScenario('portable-extinguisher')
if (!loaded) throw new Error('the shipped scenario does not load')
const { scenario, workplace } = loaded

/** What steps, hints and mistakes of this scenario teach, and an exam therefore asks. */
const taught = {
  en: /class|hot gas|base\b|flare|spread|conduct|dangerous|\bsafe (?:on|with)|live\b|cuts the power|behind you|next|until it is pulled|alarm in/iu,
  es: /clase|gas caliente|base\b|reaviv|propag|conduc|peligros|segur[oa]s? con|tensión|corta la|espalda|siguiente|hasta que|alarma en/iu,
}

test.each(scenario.languages as (keyof typeof taught)[])(
  'SCN-43 a thing is told as it looks, and nothing of what the exam asks: %s',
  (language) => {
    const told = workplace.entities.flatMap(({ name, description }) => [
      name[language],
      description[language],
    ])
    // A label may be read by everybody.
    const unread = told.filter((text) => !/^(Label|Etiqueta):/u.test(text ?? ''))
    expect(unread.filter((text) => taught[language].test(text ?? ''))).toEqual([])
  },
)
