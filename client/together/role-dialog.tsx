import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Moderation, RosterPerson } from '#shared/protocol/members.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { ChoiceGroup } from '#client/ui/choice-group.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { isFull } from './role-choice.tsx'
import { rolePlaces } from './role-places.ts'
import { usePeople } from './use-people.ts'

interface RoleDialogProps {
  link: SessionLink
  who: RosterPerson
  onClose: () => void
  onChoose: (act: Moderation) => Promise<void>
}

/** Gives a person another role; who only watches becomes a participant by it. */
export function RoleDialog({ link, who: { person, name, kind, role }, onClose, onChoose }: RoleDialogProps) {
  const { w, say, members } = usePeople(link)
  const promoted = kind === 'spectator'
  const places = rolePlaces(link.edition.roles, members)
  const free = places.filter((place) => place.id === role || !isFull(place))
  const [chosen, setChosen] = useState(role || (free[0]?.id ?? ''))
  function choose(event: FormEvent) {
    event.preventDefault()
    void onChoose({ act: promoted ? 'promote' : 'assign', person, role: chosen })
  }
  return (
    <Dialog title={w('assign.title', { name: name || w('who.guest') })} onClose={onClose}>
      <form className="dialog__form" onSubmit={choose}>
        <ChoiceGroup
          legend={w('roster.role')}
          value={chosen}
          onChange={setChosen}
          choices={[
            ...places.map((place) => ({
              value: place.id,
              name: say(place.name),
              note: isFull(place) ? w('role.full') : w('role.free', { count: place.max - place.taken }),
              disabled: !free.includes(place),
            })),
            ...(promoted ? [] : [{ value: '', name: w('assign.none') }]),
          ]}
        />
        <button type="submit" className="button button--primary" disabled={promoted && chosen === ''}>
          {w('assign.do')}
        </button>
      </form>
    </Dialog>
  )
}
