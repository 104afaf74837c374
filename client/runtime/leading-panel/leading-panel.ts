import type { EyesPort } from '#client/leading/eyes-port.ts'
import { offersFor } from '#client/leading/offers.ts'
import { rememberedWay } from '#client/leading/remembered-way.ts'
import { pick } from '#client/i18n/text.ts'
import type { LiveAct } from '#shared/live/acts.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'
import type { DrawingTools } from '../drawing/drawing-port.ts'
import type { Guide } from '../guide/guide.ts'
import { firstOf } from '../interaction/first-of.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import type { LiveScene, LiveSceneOptions } from '../live-scene.ts'
import type { LiveWords } from '../live-words.ts'
import type { Readable } from '../readable.ts'
import type { VrPanels } from '../vr-panels.ts'
import { createAiming } from './aiming.ts'
import type { PanelWords } from './panel-words.ts'
import { placePanel } from './place-panel.ts'
import { watchSeen } from './seen.ts'
import { createSheet } from './sheet.ts'
import { answerPage, cardFor, isPressing, sheetContent } from './sheet-content.ts'
import type { PageId, PanelDoes, SheetButton, SheetSubject } from './sheet-page.ts'
import { stateLines } from './state-lines.ts'
import { createStrip } from './strip.ts'

type Borrowed = 'stage' | 'link' | 'settings' | 'things' | 'others' | 'announce' | 'panels'

export interface LeadingPanelOptions extends Pick<LiveSceneOptions, Borrowed> {
  words: Readable<LiveWords>
  eyes: EyesPort
  drawing: DrawingTools | null
  guide: Pick<Guide, 'mark' | 'aim' | 'nameOf'>
  comeTo: LiveScene['comeTo']
  here: LiveScene['here']
}

/** For tests. */
export interface PanelReport {
  open: string | null
  strip: readonly string[]
  sheet: readonly string[]
  aiming: string | null
  /** Middle of each button, metres, workplace. */
  buttons: Record<string, number[]>
}

/** The live session in a headset: a line that is always there, and a sheet with everything that can be done. */
export interface LeadingPanel {
  readonly surface: Surface
  /** Once a frame, after the hands. */
  update(nowMs: number): void
  report(): PanelReport
  dispose(): void
}

/** @param panels of this immersive session */
export function createLeadingPanel(options: LeadingPanelOptions, { panel }: VrPanels): LeadingPanel {
  const { link, settings, things, others, eyes, drawing, guide } = options
  const { scene } = options.stage
  const seen = watchSeen(link)
  const sheet = createSheet(scene, () => settings.get().textScale, press)
  const strip = createStrip(scene, pressStrip)
  const aiming = createAiming(guide, refresh)
  let open = false
  let page: PageId | null = null
  const surface = firstOf(
    () => strip,
    () => inner,
  )
  const inner = firstOf(
    () => (open ? sheet : undefined),
    () => aiming.surface,
  )

  const panelWords = (): PanelWords => {
    const { language } = settings.get()
    const say = (text: LanguageMap) => pick(text, language)
    return {
      ...options.words.get(),
      nameOf: guide.nameOf,
      thing: (id) => say(things.document(id)?.name ?? {}),
      list: (names) => new Intl.ListFormat(language).format(names),
      say,
    }
  }
  function subject(): SheetSubject {
    const of = eyes.of.get()
    return {
      live: link.live.get(),
      me: link.me,
      members: link.members.get(),
      team: link.view.get()?.team,
      seen: seen.get(),
      page,
      way: eyes.way.get(),
      of,
      offered: eyes.offered.get(),
      keptMs: eyes.rewind.keptMs.get(),
      behindMs: eyes.rewind.behindMs.get(),
      eyesTracked: of !== null && others.pose(of)?.eyes === true,
      drawing: {
        may: drawing?.may.get() ?? false,
        tool: drawing?.tool.get() ?? null,
        color: drawing?.color.get() ?? 0,
        colors: drawing?.colors ?? [],
        drawn: drawing?.drawn.get().some(({ own }) => own) ?? false,
      },
    }
  }
  function refresh() {
    const now = subject()
    const words = panelWords()
    const { g } = words
    const content = sheetContent(now, words)
    const card = cardFor(now, offersFor(now.live, now.me))
    const { state, also } = stateLines(now, words)
    const waits = card !== undefined && isPressing(card) && aiming.what === null
    strip.show({
      state,
      also: aiming.what !== null ? g('panel.aim') : waits ? answerPage(card, now, words).title : also,
      urgent: !open && (waits || aiming.what !== null),
      button: g(open ? 'panel.close' : waits ? 'panel.answer' : 'panel.open'),
    })
    sheet.show(content)
  }
  function show(next: boolean) {
    open = next
    page = null
    sheet.setVisible(open)
    panel.setVisible(!open)
    refresh()
  }
  function pressStrip() {
    aiming.stop()
    show(!open)
  }
  async function act(asked: LiveAct): Promise<boolean> {
    const said = await link.liveAct(asked)
    if (said.ok) return true
    const { l } = options.words.get()
    options.announce(l('refused', { reason: l(`refused.${said.reason}`) }), 'assertive')
    return false
  }
  function press({ does }: SheetButton) {
    doIt(does)
    refresh()
  }
  function doIt(does: PanelDoes) {
    if ('page' in does) page = does.page
    else if ('act' in does) void act(does.act)
    else if ('see' in does) seen.see(does.see)
    else if ('understood' in does) seen.understood(does.understood)
    else if ('noted' in does) seen.noted(does.noted)
    else if ('answer' in does) void answer(does.poll, does.answer)
    else if ('chooseWay' in does) page = 'watch'
    else if ('callHere' in does) void act({ act: 'summon', ...options.here() })
    else if ('undo' in does) drawing?.undo()
    else if ('now' in does) eyes.rewind.live()
    else if ('back' in does) eyes.rewind.to(eyes.rewind.behindMs.get() + does.back)
    else leave(does)
  }
  /** After these there is something to be seen or done in the scene. */
  function leave(
    does: Extract<
      PanelDoes,
      { watch: string } | { choose: unknown } | { go: number } | { aim: unknown } | { draw: unknown }
    >,
  ) {
    if ('watch' in does) eyes.choose(rememberedWay(eyes.offered.get()), does.watch)
    else if ('choose' in does) eyes.choose(does.choose, does.of)
    else if ('draw' in does) drawing?.choose(does.draw, does.color)
    else if ('aim' in does) aiming.start(does.aim)
    else come(does.go)
    show(false)
  }
  function come(call: number) {
    const { summons } = link.live.get()
    if (summons) options.comeTo(summons.position, summons.yaw)
    seen.see({ summons: call })
  }
  async function answer(poll: number, option: string) {
    if (!(await act({ act: 'answer', poll, option }))) return
    page = 'answer'
    seen.answered(poll, option)
  }

  const watched: Readable<unknown>[] = [
    link.live,
    link.members,
    link.view,
    settings,
    options.words,
    seen,
    eyes.way,
    eyes.of,
    eyes.offered,
    eyes.rewind.keptMs,
    eyes.rewind.behindMs,
    ...(drawing ? [drawing.may, drawing.tool, drawing.color, drawing.drawn] : []),
  ]
  const stops = watched.map((each) => each.subscribe(refresh))
  let { phase } = link.view.get() ?? {}
  show(false)
  return {
    surface,
    update(nowMs) {
      const view = link.view.get()
      // What the task says now must be read.
      if (view?.phase !== phase && open) show(false)
      phase = view?.phase
      aiming.update(nowMs)
      placePanel(panel.root, sheet.root, strip)
      sheet.settle()
      strip.settle()
    },
    report: () => ({
      open: open ? sheetContent(subject(), panelWords()).page : null,
      strip: strip.texts,
      sheet: open ? sheet.texts : [],
      aiming: aiming.what,
      buttons: { ...strip.places(), ...(open && sheet.places()) },
    }),
    dispose() {
      for (const stop of stops) stop()
      seen.dispose()
      sheet.dispose()
      strip.dispose()
    },
  }
}
