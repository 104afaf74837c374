import type { TogetherText } from '#client/i18n/together.ts'
import type { Names } from './names.ts'
import type { News } from './news.ts'

export function describeNews(news: News, w: TogetherText, names: Names): string {
  const named = 'name' in news ? { name: news.name || w('who.guest') } : { name: '' }
  switch (news.kind) {
    case 'bot':
    case 'myRole':
      return w(`news.${news.kind}`, { role: names.role(news.role) })
    case 'role':
    case 'offered':
      return w(`news.${news.kind}`, { ...named, role: names.role(news.role) })
    case 'reaching':
    case 'handedToMe':
    case 'handedOn':
      return w(`news.${news.kind}`, { ...named, thing: names.thing(news.thing) })
    case 'noRole':
    case 'locked':
    case 'unlocked':
    case 'muted':
    case 'unmuted':
      return w(`news.${news.kind}`)
    default:
      return w(`news.${news.kind}`, named)
  }
}
