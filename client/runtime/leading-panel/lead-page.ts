import { leadControls } from '#client/leading/list-controls.ts'
import type { LeadControl } from '#client/leading/list-controls.ts'
import type { Offers } from '#client/leading/offers.ts'
import type { PanelWords } from './panel-words.ts'
import { acting } from './sheet-page.ts'
import type { Page, PanelDoes, SheetButton, SheetSubject } from './sheet-page.ts'

/** What everybody can show and ask for. */
export function showPage({ live, me }: SheetSubject, { may, asksHelp }: Offers, { g, l }: PanelWords): Page {
  const raised = live.hands.includes(me.person)
  const shared = !live.unshared.includes(me.person)
  const asked = live.help.some(({ person }) => person === me.person)
  const taken = live.takeOver?.person === me.person || live.takeOver?.helper === me.person
  const buttons: (SheetButton | false)[] = [
    may('ping', 'own') && { id: 'ping', label: l('lead.ping'), does: { aim: 'ping' } },
    (raised || may('raise-hand', 'own')) &&
      acting(
        'hand',
        l(raised ? 'hand.lower' : 'hand.raise'),
        { act: 'raise-hand', on: !raised },
        { pressed: raised },
      ),
    taken && acting('hand-back', l('help.handBack'), { act: 'hand-back' }, { primary: true }),
    asksHelp &&
      !taken &&
      acting(
        'help',
        l(asked ? 'help.stop' : 'help.ask'),
        { act: 'ask-help', on: !asked },
        { pressed: asked },
      ),
    me.kind === 'participant' &&
      may('share-view', 'own') &&
      acting('share', g(shared ? 'panel.private' : 'panel.share'), { act: 'share-view', on: !shared }),
  ]
  return {
    title: g('panel.guide'),
    text: g('panel.guideText'),
    buttons: buttons.filter((button) => button !== false),
  }
}

/** What only those who lead, or may, can do. Null for everybody else. */
export function leadPage({ live, me }: SheetSubject, offers: Offers, { g, l }: PanelWords): Page | null {
  const controls = leadControls(live, me.person, offers, true).filter(({ id }) => id !== 'ping')
  if (controls.length === 0) return null
  const { may } = offers
  const step = may('step', 'other')
  const buttons: (SheetButton | false)[] = [
    ...controls.map((control) => ({
      id: control.id,
      label: l(control.label),
      does: doesOf(control),
      pressed: control.pressed,
      primary: control.strong,
    })),
    step && acting('on', l('steps.on'), { act: 'step', move: 'on' }),
    step && acting('step-back', l('steps.back'), { act: 'step', move: 'back' }),
    may('ask-next', 'other') && acting('ask', g('panel.ask'), { act: 'ask-next' }),
  ]
  return { title: l('lead.title'), text: '', buttons: buttons.filter((button) => button !== false) }
}

function doesOf({ id, act }: LeadControl): PanelDoes {
  if (act) return { act }
  return id === 'summon' ? { callHere: true } : { aim: 'look-here' }
}
