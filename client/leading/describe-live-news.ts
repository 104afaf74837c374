import type { LeadingText } from '#client/i18n/leading.ts'
import type { LiveNews } from './live-news.ts'

export function describeLiveNews(news: LiveNews, l: LeadingText, nameOf: (person: string) => string): string {
  switch (news.kind) {
    case 'helped':
    case 'takenOver':
      return l(`news.${news.kind}`, { name: nameOf(news.name), helper: nameOf(news.helper) })
    case 'leads':
    case 'halted':
    case 'handedBack':
    case 'asksHelp':
      return l(`news.${news.kind}`, { name: nameOf(news.name) })
    case 'calls':
      return l('summons.title', { name: nameOf(news.name) })
    case 'looks':
      return l('look.title', { name: nameOf(news.name) })
    case 'asked':
      return l('poll.title')
    default:
      return l(`news.${news.kind}`)
  }
}
