import { guideEn } from '#client/i18n/guide-en.ts'
import { guideEs } from '#client/i18n/guide-es.ts'
import { leadingEn } from '#client/i18n/leading-en.ts'
import { leadingEs } from '#client/i18n/leading-es.ts'
import { translatorOf } from '#client/i18n/translate.ts'
import { nothingSeen } from '#client/leading/corner-cards.ts'
import { live } from '#client/leading/live-view.fixture.ts'
import type { MemberClient } from '#client/net/members.ts'
import { palette } from '../drawing/palette.ts'
import type { PanelWords } from './panel-words.ts'
import type { SheetSubject } from './sheet-page.ts'

const others = {
  thing: (id: string) => id,
  list: (names: readonly string[]) => names.join(', '),
}
const names: Record<string, string> = { ana: 'Ana', bo: 'Bo', me: 'Me' }
const nameOf = (person: string) => names[person] ?? 'Somebody'

export const english: PanelWords = {
  ...others,
  nameOf,
  g: translatorOf<typeof guideEn>(guideEn, 'en'),
  l: translatorOf<typeof leadingEn>(leadingEn, 'en'),
  say: (text) => text['en'] ?? '',
}
export const spanish: PanelWords = {
  ...others,
  nameOf,
  g: translatorOf<typeof guideEn>(guideEs, 'es'),
  l: translatorOf<typeof leadingEn>(leadingEs, 'es'),
  say: (text) => text['es'] ?? text['en'] ?? '',
}

export const member = (more: Partial<MemberClient> = {}): MemberClient => ({
  name: 'Ana',
  kind: 'participant',
  role: 'lead',
  slot: 1,
  connected: true,
  away: false,
  bot: false,
  muted: false,
  number: 1,
  reaching: '',
  offering: '',
  ...more,
})

/** Somebody in a headset beside Ana and Bo. */
export const subject = (more: Partial<SheetSubject> = {}): SheetSubject => ({
  live: live(),
  me: { person: 'me', kind: 'participant', moderates: false },
  members: {
    people: { ana: member(), bo: member({ name: 'Bo', slot: 2 }), me: member({ name: 'Me', slot: 3 }) },
    spectators: 0,
    locked: false,
    asking: {},
  },
  team: undefined,
  seen: nothingSeen,
  page: null,
  way: 'free',
  of: null,
  offered: ['free', 'window', 'beside', 'ghost'],
  keptMs: 0,
  behindMs: 0,
  eyesTracked: false,
  drawing: { may: false, tool: null, color: 0, colors: palette, drawn: false },
  ...more,
})
