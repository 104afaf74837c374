import type { SessionLink } from '#client/net/session-link.ts'
import type { Readable } from '#client/runtime/readable.ts'
import { writable } from '#client/runtime/readable.ts'
import { NewsList } from '#client/together/news-list.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import { Following } from './following.tsx'
import type { LeadingScene, LeadingSceneSource } from './leading-scene.ts'

const noScene = writable<LeadingScene | null>(null)
const onScreen = writable(false)

interface CompanyProps {
  link: SessionLink
  /** Null while it is loaded. */
  room: { live: LeadingSceneSource; inVr?: Readable<boolean> } | null
  /** Read out, and told in the headset. */
  tell: (text: string) => void
  /** Only told: something else lies there. */
  silent: boolean
  cockpit?: boolean
  backToScene: () => void
}

/** All that is there because others are: what just happened among them, and leading and following. */
export function Company({ link, room, tell, silent, cockpit = false, backToScene }: CompanyProps) {
  const scene = useReadable(room?.live ?? noScene)
  const inVr = useReadable(room?.inVr ?? onScreen)
  return (
    <>
      <NewsList link={link} tell={tell} silent={silent} />
      <Following
        link={link}
        scene={scene}
        tell={tell}
        // In a headset there is a panel for it.
        silent={silent || inVr}
        cockpit={cockpit}
        backToScene={backToScene}
      />
    </>
  )
}
