import type { ScenarioSummary } from '#client/net/api.ts'
import { LEAD } from '#client/together/coming.ts'
import { RoleChoice } from '#client/together/role-choice.tsx'
import { useTogether } from '#client/together/use-together.ts'

/** Where a scenario is for several people: how many, and the own part in it. */
export function RolePart({
  scenario: { roles, lead },
  value,
  onChange,
}: {
  scenario: ScenarioSummary
  value: string
  onChange: (role: string) => void
}) {
  const { w } = useTogether()
  const sum = (bound: 'min' | 'max') => roles.reduce((people, role) => people + role[bound], 0)
  const fewest = Math.max(1, sum('min'))
  const most = sum('max')
  return (
    <div className="start__roles">
      <p className="soft">
        {fewest < most ? w('role.upTo', { fewest, most }) : w('role.together', { count: most })}
      </p>
      <RoleChoice
        roles={roles.map((role) => ({ ...role, taken: 0 }))}
        counted={false}
        besides={lead ? [LEAD] : []}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
