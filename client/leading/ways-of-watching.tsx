import type { WatchingWay } from '#shared/live/acts.ts'
import { ChoiceGroup } from '#client/ui/choice-group.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import type { EyesPort } from './eyes-port.ts'
import type { useLeading } from './use-leading.ts'
import { watchable } from './watchable.ts'

interface WaysOfWatchingProps {
  who: ReturnType<typeof useLeading>
  eyes: EyesPort
  me: { person: string; kind: string }
}

/** Whom one watches and how; it can be changed at any time and is remembered. */
export function WaysOfWatching({ who, eyes, me }: WaysOfWatchingProps) {
  const { l, live, members, nameOf } = who
  const way = useReadable(eyes.way)
  const of = useReadable(eyes.of)
  const offered = useReadable(eyes.offered)
  const people = watchable(members, live, me.person)
  const whom = of !== null && people.includes(of) ? of : (people[0] ?? null)
  if (whom === null) return <p className="soft">{l('way.nobody')}</p>
  const name = nameOf(whom)
  const free = me.kind === 'spectator' || me.kind === 'instructor' ? 'way.freeSpectator' : 'way.free'
  return (
    <div className="ways">
      {people.length > 1 && (
        <label className="field">
          <span className="label">{l('way.whom')}</span>
          <select value={whom} onChange={({ target }) => eyes.choose(way, target.value)}>
            {people.map((person) => (
              <option key={person} value={person}>
                {nameOf(person)}
              </option>
            ))}
          </select>
        </label>
      )}
      <ChoiceGroup
        legend={l('way.legend', { name })}
        value={way === 'rewind' ? 'window' : way}
        onChange={(chosen) => eyes.choose(chosen, whom)}
        choices={offered
          .filter((each) => each !== 'rewind')
          .map((each) => ({
            value: each,
            name: each === 'free' ? l(free) : l(`way.${each}`),
            note: each === 'free' ? l(`${free}Note`) : noteOf(each),
          }))}
      />
    </div>
  )
  function noteOf(each: Exclude<WatchingWay, 'free' | 'rewind'>) {
    return l(`way.${each}Note`, { name })
  }
}
