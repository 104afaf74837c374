import type { ScenarioSummary } from '#client/net/api.ts'
import { LEAD } from '#client/together/coming.ts'
import { RoleChoice } from '#client/together/role-choice.tsx'
import { useTogether } from '#client/together/use-together.ts'

/** Where a scenario is for several people: how many, and the own part in it. */
export function RolePart({
  scenario: { roles = [], lead },
  value,
  onChange,
}: {
  scenario: ScenarioSummary
  value: string
  onChange: (role: string) => void
}) {
  const { w } = useTogether()
  const count = roles.reduce((people, { max }) => people + max, 0)
  return (
    <div className="start__roles">
      <p className="soft">{w('role.together', { count })}</p>
      <RoleChoice
        roles={roles.map((role) => ({ ...role, taken: 0 }))}
        besides={lead ? [LEAD] : []}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
