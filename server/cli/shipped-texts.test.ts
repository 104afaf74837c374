import { expect, test } from 'vitest'
import { findScenario } from './find-scenario.ts'

/** What steps, hints and mistakes of a scenario teach, and an exam therefore asks. */
const taught = {
  'portable-extinguisher': {
    en: /class|hot gas|base\b|flare|spread|conduct|dangerous|\bsafe (?:on|with)|live\b|cuts the power|behind you|next|until it is pulled|alarm in/iu,
    es: /clase|gas caliente|base\b|reaviv|propag|conduc|peligros|segur[oa]s? con|tensión|corta la|espalda|siguiente|hasta que|alarma en/iu,
  },
  'group-lockout': {
    en: /before|after|last\b|must|never|try\b|zero|flow|energy of|own lock|nobody|only|work\b/iu,
    es: /antes|después|últim|debe|nunca|prueb|\bcero|vuelve|propio|nadie|\bsolo\b|trabaj/iu,
  },
}
const languages = ['en', 'es'] as const
const cases = Object.entries(taught).flatMap(([id, words]) =>
  languages.map((language) => [id, language, words[language]] as const),
)

test.each(cases)(
  'SCN-43 a thing is told as it looks, and nothing of what is to be learnt: %s, %s',
  async (id, language, words) => {
    const { loaded } = await findScenario(id)
    const told = loaded?.workplace.entities.flatMap(({ name, description }) => [
      name[language],
      description[language],
    ])
    // A label may be read by everybody.
    const unread = told?.filter((text) => !/^(Label|Etiqueta):/u.test(text ?? ''))
    expect(unread?.filter((text) => words.test(text ?? ''))).toEqual([])
  },
)
