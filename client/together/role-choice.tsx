import type { LanguageMap } from '#shared/scenario/common.ts'
import { ChoiceGroup } from '#client/ui/choice-group.tsx'
import type { Choice } from '#client/ui/choice-group.tsx'
import { LEAD, WATCH } from './coming.ts'
import { useTogether } from './use-together.ts'

export interface RolePlace {
  id: string
  name: LanguageMap
  max: number
  taken: number
  bot: boolean
}

export const isFull = ({ taken, max }: RolePlace) => taken >= max

/** One of the roles that are free, or what `besides` offers. */
export function RoleChoice({
  roles,
  besides,
  counted,
  value,
  onChange,
}: {
  roles: readonly RolePlace[]
  besides: readonly (typeof LEAD | typeof WATCH)[]
  /** Say how many places are free. */
  counted: boolean
  value: string
  onChange: (chosen: string) => void
}) {
  const { w, say } = useTogether()
  const placesLeft = (role: RolePlace) =>
    isFull(role) ? w('role.full') : w('role.free', { count: role.max - role.taken })
  const noteOf = (role: RolePlace) =>
    [counted && `${placesLeft(role)}.`, role.bot && w('role.bot')].filter(Boolean).join(' ')
  const others: Record<(typeof besides)[number], Choice<string>> = {
    [LEAD]: { value: LEAD, name: w('role.lead'), note: w('role.leadNote') },
    [WATCH]: { value: WATCH, name: w('role.watch'), note: w('role.watchNote') },
  }
  return (
    <ChoiceGroup
      legend={w('role.choose')}
      value={value}
      onChange={onChange}
      choices={[
        ...roles.map((role) => ({
          value: role.id,
          name: say(role.name),
          note: noteOf(role),
          disabled: isFull(role),
        })),
        ...besides.map((other) => others[other]),
      ]}
    />
  )
}
