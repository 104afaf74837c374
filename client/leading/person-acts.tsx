import { Suspense, lazy, useState } from 'react'
import type { LiveAct } from '#shared/live/acts.ts'
import type { AboutPerson } from './offers.ts'
import { Icon } from '#client/ui/icon.tsx'
import { LeadingIcon } from './leading-icon.tsx'
import type { LeadingIconName } from './leading-icon.tsx'
import type { LeadingScene } from './leading-scene.ts'
import type { Act } from './use-live-act.ts'
import type { useLeading } from './use-leading.ts'
import './lead-controls.css'

const TellDialog = lazy(async () => ({ default: (await import('./tell-dialog.tsx')).TellDialog }))

interface PersonActsProps {
  person: string
  offers: readonly AboutPerson[]
  who: ReturnType<typeof useLeading>
  act: Act
  scene: LeadingScene | null
  onWatch: (person: string) => void
}

const icons = {
  tell: 'tell',
  help: 'help',
  pass: 'lead',
  spotlight: 'spotlight',
  summon: 'call',
  'allow-draw': 'draw',
  'forbid-draw': 'draw',
} as const satisfies Partial<Record<AboutPerson, LeadingIconName>>

/** What can be done about one person, in words. */
export function PersonActs({ person, offers, who, act, scene, onWatch }: PersonActsProps) {
  const { l, live, nameOf } = who
  const [telling, setTelling] = useState(false)
  const name = nameOf(person)
  const spotlit = live.spotlight === person
  const labels: Record<AboutPerson, string> = {
    watch: l('lead.watch', { name }),
    tell: l('lead.hint', { name }),
    help: l('lead.help', { name }),
    'lower-hand': l('lead.lowerHand', { name }),
    pass: l('lead.pass', { name }),
    spotlight: l(spotlit ? 'lead.unspotlight' : 'lead.spotlight', { name }),
    summon: l('lead.summon', { name }),
    'allow-draw': l('lead.allowDraw', { name }),
    'forbid-draw': l('lead.forbidDraw', { name }),
    'allow-speak': l('lead.allowSpeak', { name }),
    'forbid-speak': l('lead.forbidSpeak', { name }),
  }
  function press(offer: AboutPerson) {
    if (offer === 'watch') return onWatch(person)
    if (offer === 'tell') return setTelling(true)
    const asked = actAbout(offer, person, spotlit, scene)
    if (asked) void act(asked)
  }
  return (
    <>
      <ul className="person-acts">
        {offers
          .filter((offer) => offer !== 'summon' || scene !== null)
          .map((offer) => (
            <li key={offer}>
              <button type="button" className="person-act" onClick={() => press(offer)}>
                {iconOf(offer)}
                {labels[offer]}
              </button>
            </li>
          ))}
      </ul>
      <Suspense>
        {telling && <TellDialog name={name} l={l} act={act} to={person} onClose={() => setTelling(false)} />}
      </Suspense>
    </>
  )
}

function iconOf(offer: AboutPerson) {
  switch (offer) {
    case 'watch':
      return <Icon name="eye" />
    case 'lower-hand':
      return <Icon name="hand" />
    case 'allow-speak':
      return <Icon name="voice" />
    case 'forbid-speak':
      return <Icon name="muted" />
    default:
      return <LeadingIcon name={icons[offer]} />
  }
}

function actAbout(
  offer: Exclude<AboutPerson, 'watch' | 'tell'>,
  person: string,
  spotlit: boolean,
  scene: LeadingScene | null,
): LiveAct | null {
  switch (offer) {
    case 'help':
      return { act: 'help', person, on: true }
    case 'lower-hand':
      return { act: 'lower-hand', person }
    case 'pass':
      return { act: 'pass', to: person }
    case 'spotlight':
      return { act: 'spotlight', person: spotlit ? '' : person }
    case 'summon':
      return scene && { act: 'summon', to: person, ...scene.here() }
    case 'allow-draw':
    case 'forbid-draw':
      return { act: 'allow', what: 'draw', person, on: offer === 'allow-draw' }
    case 'allow-speak':
    case 'forbid-speak':
      return { act: 'allow', what: 'speak', person, on: offer === 'allow-speak' }
  }
}
