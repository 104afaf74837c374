import { useEffect, useRef, useState } from 'react'
import { describeRefusal } from '#client/i18n/describe-problem.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { watchNews } from './watch-news.ts'
import { describeNews } from './describe-news.ts'
import type { News } from './news.ts'
import { usePeople } from './use-people.ts'
import './news-list.css'

const shown = 3
const readMs = 7000

interface NewsListProps {
  link: SessionLink
  /** Read out, and told in the headset. */
  tell: (text: string) => void
  /** Only told: something else lies there. */
  silent: boolean
}

/** What just changed among the people, for a few seconds; an offer stays until it is answered or gone. */
export function NewsList({ link, tell, silent }: NewsListProps) {
  const { t, w, names, members } = usePeople(link)
  const [items, setItems] = useState<{ id: number; text: string; news: News }[]>([])
  const [refused, setRefused] = useState('')
  const words = useRef((news: News) => describeNews(news, w, names))
  useEffect(() => {
    words.current = (news) => describeNews(news, w, names)
  })
  useEffect(() => {
    let count = 0
    const timers = new Set<number>()
    const stop = watchNews(link, (news) => {
      const text = words.current(news)
      const id = (count += 1)
      tell(text)
      setItems((before) => [...before.slice(1 - shown), { id, text, news }])
      const timer = window.setTimeout(() => {
        timers.delete(timer)
        setItems((before) => before.filter((item) => item.id !== id))
      }, readMs)
      timers.add(timer)
    })
    return () => {
      stop()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [link, tell])

  async function accept() {
    const answer = await link.act('accept-role')
    setRefused(answer.ok ? '' : t('train.refused', { reason: describeRefusal(t, answer.reason) }))
  }
  const offer = Object.entries(members.people).find(([, { offering }]) => offering === link.me.person)
  if (silent || (items.length === 0 && !offer)) return null
  return (
    <section className="news" aria-label={w('news.list')}>
      <ul>
        {items
          .filter(({ news }) => news.kind !== 'offered')
          .map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        {offer && (
          <li className="news__offer">
            <p>{w('news.offered', { name: names.person(offer[0]), role: names.role(offer[1].role) })}</p>
            <button type="button" className="button button--primary" onClick={() => void accept()}>
              {w('news.accept')}
            </button>
            {refused !== '' && <p role="alert">{refused}</p>}
          </li>
        )}
      </ul>
    </section>
  )
}
