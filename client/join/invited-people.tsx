import type { Invitation } from '#client/net/api.ts'
import { useTogether } from '#client/together/use-together.ts'

/** Who is in already, by name and role. */
export function InvitedPeople({ people, roles }: Pick<Invitation, 'people' | 'roles'>) {
  const { w, say } = useTogether()
  const roleName = (id: string) => {
    const role = roles.find((each) => each.id === id)
    return role ? say(role.name) : w('who.noRole')
  }
  return (
    <section className="invited" aria-labelledby="invited-title">
      <h2 className="label" id="invited-title">
        {w('join.who')}
      </h2>
      {people.length === 0 ? (
        <p className="soft">{w('join.nobody')}</p>
      ) : (
        <ul>
          {people.map(({ name, role, kind }, index) => (
            <li key={`${name} ${index}`}>
              <strong>{name || w('who.guest')}</strong>
              <span className="soft">{kind === 'instructor' ? w('who.instructor') : roleName(role)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
