import type { LanguageMap } from '#shared/scenario/common.ts'
import type { ClientEdition } from '#shared/protocol/views.ts'
import type { TogetherText } from '#client/i18n/together.ts'
import type { MembersClient } from '#client/net/members.ts'

/** What people, roles and things are called in the person's language. */
export interface Names {
  person(id: string): string
  role(id: string): string
  thing(id: string): string
  /** "Ann, Bo and Cem" */
  list(names: readonly string[]): string
}

export function namesIn(
  { roles, workplace }: ClientEdition,
  { people }: MembersClient,
  { w, say, language }: { w: TogetherText; say: (map: LanguageMap) => string; language: string },
): Names {
  const said = (named: { name: LanguageMap } | undefined, otherwise: string) =>
    named ? say(named.name) : otherwise
  const role = (id: string) =>
    id === ''
      ? w('who.noRole')
      : said(
          roles.find((each) => each.id === id),
          id,
        )
  return {
    role,
    person(id) {
      const member = people[id]
      if (member?.bot) return `${w('who.bot')} (${role(member.role)})`
      return member?.name || w('who.guest')
    },
    thing: (id) =>
      said(
        // An own thing of a person is named like what it was made from.
        workplace.entities.find((entity) => entity.id === id.split('@')[0]),
        id,
      ),
    list: (names) => new Intl.ListFormat(language).format(names),
  }
}
