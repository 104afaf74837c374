import { useEffect, useRef } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { describeLiveNews } from './describe-live-news.ts'
import { newsOfLive } from './live-news.ts'
import type { useLeading } from './use-leading.ts'

interface Told {
  isAsked: boolean
  tends: boolean
  /** Read out, and told in the headset. */
  tell: (text: string) => void
}

/** Says what changes in the live session; how things are is to be seen anyway. */
export function useLiveNews(link: SessionLink, who: ReturnType<typeof useLeading>, told: Told): void {
  const latest = useRef({ who, told })
  useEffect(() => {
    latest.current = { who, told }
  })
  useEffect(() => {
    let before = link.live.get()
    return link.live.subscribe((after) => {
      const { l, nameOf } = latest.current.who
      const { isAsked, tends, tell } = latest.current.told
      const me = { person: link.me.person, isAsked, tends }
      for (const news of newsOfLive(before, after, me)) tell(describeLiveNews(news, l, nameOf))
      before = after
    })
  }, [link])
}
