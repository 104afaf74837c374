import { describeDrawingRefusal, loadDrawing } from '#client/i18n/drawing.ts'
import { bestLanguage } from '#client/i18n/language.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import type { LiveRefusal } from '#shared/live/acts.ts'
import { mayDo, mayDraw } from '#shared/live/permissions.ts'
import type { RuntimeSettings } from '../comfort.ts'
import type { Body, Hand, Side } from '../device/body.ts'
import type { Surface } from '../interaction/hand-loop.ts'
import type { Others } from '../others.ts'
import { writable } from '../readable.ts'
import type { Readable } from '../readable.ts'
import type { Stage } from '../stage.ts'
import type { Things } from '../things/things.ts'
import type { World } from '../world/load-world.ts'
import { createAnnotations } from './annotations.ts'
import { createAuthors } from './authors.ts'
import { drawnList, nextLabel } from './drawn-list.ts'
import type { Drawn, DrawingTool, DrawingTools } from './drawing-port.ts'
import { erasableAt } from './eraser.ts'
import { formatLength } from './format-length.ts'
import { createHandPens } from './hand-pens.ts'
import { createInk } from './ink.ts'
import { colorOf, palette } from './palette.ts'
import { createPen } from './pen.ts'
import { reportAnnotations } from './report-annotations.ts'
import { createScreenDrawing } from './screen-drawing.ts'
import type { Spot } from './spot.ts'
import { createStillView } from './still-view.ts'
import { createSurfaceProbe } from './surface-probe.ts'

export interface DrawingOptions {
  stage: Stage
  link: SessionLink
  settings: Readable<RuntimeSettings>
  things: Things
  others: Pick<Others, 'root'>
  world: Pick<World, 'root'>
  body: Body
  pointer(): Hand
  announce(text: string, urgency: 'polite' | 'assertive'): void
  /** Looking and walking rest while the view stands still. */
  rest(on: boolean): void
  embodied: boolean
}

/** Drawing in space: what is drawn, and what one draws with. */
export interface Drawing {
  readonly tools: DrawingTools
  /** Behind all panels: hands draw on it, and meanwhile cannot act on things. */
  readonly surface: Surface
  /** Once a frame, when things are where they are drawn, and after everything that moves the eye. */
  update(deltaS: number, nowMs: number): void
  report(): Record<string, unknown>
  dispose(): void
}

export async function openDrawing(options: DrawingOptions): Promise<Drawing> {
  const { stage, link, settings, things, body } = options
  let { language } = settings.get()
  let text = await loadDrawing(bestLanguage([language]))
  const tool = writable<DrawingTool | null>(null)
  const color = writable(0)
  const may = writable(false)
  const drawn = writable<readonly Drawn[]>([])
  const pointed = writable<Drawn | null>(null)
  const length = (mm: number) => formatLength(mm, language)
  let ask: (() => Promise<string | null>) | null = null
  let named: string | null = null
  /** What was drawn before one came may arrive after this was opened. */
  let caughtUp = link.drawings.get().size > 0

  const authors = createAuthors(link.members, () => annotations.relabel())
  const annotations = createAnnotations({
    thing: things.object,
    author: authors.of,
    length,
    isOwn: (person) => person === link.me.person,
    still: () => settings.get().reducedMotion,
  })
  stage.scene.add(annotations.root)
  const ink = createInk({
    me: () => link.me.person,
    drawings: link.drawings,
    send: link.liveAct,
    onRefused: refuse,
    prefix: Date.now().toString(36),
  })
  const probe = createSurfaceProbe(options.world.root, things)
  const pen = createPen({
    ink,
    frame: annotations.frames.matrix,
    ask: () => (isInVr() ? null : ask?.()) ?? Promise.resolve(nextLabel(drawn.get())),
  })
  const still = createStillView(stage.camera, options.rest)

  function refuse(reason: LiveRefusal) {
    options.announce(describeDrawingRefusal(text, reason), 'assertive')
  }
  function isInVr() {
    return stage.session.get() !== null
  }
  function press(spot: Spot, by: 'drag' | 'key') {
    const chosen = tool.get()
    if (chosen === null) return
    if (chosen === 'eraser') {
      const key = findPointed(spot)
      if (key === null) return
      ink.erase(key)
      options.announce(text('erased'), 'polite')
    } else if (by === 'key') pen.set(chosen, color.get(), spot)
    else pen.down(chosen, color.get(), spot)
  }
  const hands = createHandPens(probe, {
    tool: tool.get,
    isBusy: pen.busy.get,
    down: (spot) => press(spot, 'drag'),
    move: pen.move,
    up: pen.up,
    holds: (side: Side) => things.inHand(side),
  })
  const screen = createScreenDrawing({
    canvas: stage.canvas,
    camera: stage.camera,
    probe,
    pen,
    isOn: () => tool.get() !== null && !isInVr(),
    isStill: still.frozen.get,
    embodied: options.embodied,
    press,
    leave: () => (pen.busy.get() ? pen.stop() : choose(null)),
    undo,
  })

  function choose(next: DrawingTool | null, nextColor = color.get()) {
    color.set(nextColor % palette.length)
    if (next === tool.get()) return
    if (next !== null && !may.get()) return refuse('not-allowed')
    pen.stop()
    tool.set(next)
    pointAt(null)
    stage.canvas.style.cursor = next === null ? '' : 'crosshair'
    options.announce(next === null ? text('away') : text('chosen', { tool: text(`tool.${next}`) }), 'polite')
  }
  function undo() {
    if (pen.busy.get()) pen.cancel()
    else if (!ink.undo()) refuse('nothing-to-undo')
  }
  function eraseAll() {
    pen.cancel()
    if (mayDo('erase-all', 'other', link.me, link.live.get())) return ink.eraseAll()
    for (const each of drawn.get()) if (each.own) ink.erase(each.key)
  }

  async function translate() {
    if (settings.get().language === language) return
    ;({ language } = settings.get())
    text = await loadDrawing(bestLanguage([language]))
    list()
    annotations.relabel()
  }
  function list() {
    drawn.set(drawnList(ink.shown.get(), link.me, link.live.get(), length))
  }
  function grant() {
    const granted = mayDraw(link.me, link.live.get())
    may.set(granted)
    if (!granted && tool.get() !== null) choose(null)
    list()
  }
  function pointAt(key: string | null) {
    if ((pointed.get()?.key ?? null) !== key)
      pointed.set(drawn.get().find((each) => each.key === key) ?? null)
    annotations.point(named ?? key)
  }
  function findPointed(spot: Spot | null): string | null {
    if (tool.get() !== 'eraser' || !spot) return null
    return erasableAt(annotations, drawn.get(), spot, isInVr() ? hands.look : screen.look, isInVr())
  }
  function placeCursor(spot: Spot | null) {
    const { cursor } = annotations
    cursor.visible = tool.get() !== null && spot !== null
    cursor.color = tool.get() === 'eraser' ? palette.indexOf(colorOf(3)) : color.get()
    if (spot) for (let axis = 0; axis < 3; axis++) cursor.at[axis] = spot.point.getComponent(axis) * 1000
  }

  grant()
  annotations.show(ink.shown.get(), true)
  const stops = [
    ink.shown.subscribe((all) => {
      annotations.show(all, !caughtUp)
      caughtUp = true
      list()
    }),
    link.live.subscribe(grant),
    link.status.subscribe(grant),
    settings.subscribe(() => void translate()),
    stage.session.subscribe(() => {
      pen.stop()
      still.freeze(false)
    }),
  ]

  return {
    tools: {
      may,
      tool,
      color,
      colors: palette,
      busy: pen.busy,
      drawn,
      pointed,
      frozen: still.frozen,
      choose,
      stop: pen.stop,
      undo,
      erase: ink.erase,
      eraseAll,
      point(key) {
        named = key
        pointAt(pointed.get()?.key ?? null)
      },
      freeze: (on) => still.freeze(on && !isInVr()),
      askWith(next) {
        ask = next
        return () => {
          if (ask === next) ask = null
        }
      },
    },
    surface: hands.surface,
    update(deltaS, nowMs) {
      still.update()
      // In an exam's pause there is nothing to be seen.
      annotations.root.visible = options.others.root.visible
      const inVr = isInVr()
      if (inVr) hands.update(deltaS, body, options.pointer().side)
      else if (tool.get() !== null) screen.update(deltaS)
      const spot = inVr ? hands.spot : screen.spot
      pointAt(findPointed(spot))
      placeCursor(spot)
      ink.update(nowMs)
      annotations.update(nowMs, pen.growing)
    },
    report: () => ({
      tool: tool.get(),
      may: may.get(),
      frozen: still.frozen.get(),
      annotations: reportAnnotations(annotations),
    }),
    dispose() {
      for (const stop of stops) stop()
      stage.canvas.style.cursor = ''
      screen.dispose()
      ink.dispose()
      authors.dispose()
      annotations.dispose()
    },
  }
}
