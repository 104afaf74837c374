import { Vector3 } from 'three'
import { pick } from '#client/i18n/text.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import type { Cue } from '#shared/protocol/views.ts'
import type { RuntimeSettings } from './comfort.ts'
import type { Body, Hand } from './device/body.ts'
import { createBrackets } from './models/brackets.ts'
import { createCaptionPanel } from './panels/caption-panel.ts'
import { panelContent } from './panels/instruction-content.ts'
import type { PanelButton } from './panels/instruction-content.ts'
import { createInstructionPanel } from './panels/instruction-panel.ts'
import { createPointerArrow } from './panels/pointer-arrow.ts'
import { createVignette } from './panels/vignette.ts'
import type { Target } from './interaction/pick.ts'
import type { Readable } from './readable.ts'
import type { Stage } from './stage.ts'
import type { Things } from './things/things.ts'
import type { Words } from './words.ts'

export interface OverlaysOptions {
  stage: Stage
  link: SessionLink
  things: Things
  settings: Readable<RuntimeSettings>
  words: Words
  pinIn(): boolean
  onButton(id: PanelButton['id'], hand: Hand): void
}

/** Everything shown over the world: panel, captions, marks, arrow, vignette. Panels only in a headset; flat screens have the page's HUD. */
export type Overlays = ReturnType<typeof createOverlays>

export function createOverlays({ stage, link, things, settings, words, pinIn, onButton }: OverlaysOptions) {
  const { scene } = stage
  const { panel: home } = link.edition.workplace
  const panel = createInstructionPanel(scene, onButton, () => settings.get().textScale)
  const captions = createCaptionPanel(scene)
  const arrow = createPointerArrow()
  const vignette = createVignette()
  const hoverMarks = [createBrackets('hover'), createBrackets('hover')]
  const highlightMarks = [
    createBrackets('highlight'),
    createBrackets('highlight'),
    createBrackets('highlight'),
  ]
  scene.add(
    arrow.root,
    vignette.root,
    ...hoverMarks.map(({ root }) => root),
    ...highlightMarks.map(({ root }) => root),
  )
  const pointed = new Vector3()
  let place: 'lazily' | 'now' | 'in front' = 'now'
  let phase: string | undefined

  function refresh() {
    const { language } = settings.get()
    const { title, briefing } = link.edition
    const view = link.view.get()
    // What must be answered or read stands right before the eyes.
    if (view && view.phase !== phase && view.phase !== 'running') place = 'in front'
    phase = view?.phase
    const holdsTool = things.inHand('left') !== undefined || things.inHand('right') !== undefined
    panel.show(
      panelContent({
        view,
        title: pick(title, language),
        briefing: pick(briefing, language),
        holdsTool,
        pinIn: pinIn(),
        language,
        words,
      }),
    )
  }

  function say(speaker: string, text: string, durationMs: number) {
    const target = things.target(speaker)
    const { language } = settings.get()
    const document = things.document(speaker)
    captions.say(
      document ? pick(document.name, language) : '',
      text,
      durationMs,
      target ? target.object.getWorldPosition(new Vector3()) : null,
    )
  }

  return {
    panel,
    captions,
    vignette,
    refresh,
    show(cue: Cue) {
      const { language, captions: on } = settings.get()
      if (cue.kind === 'injury') vignette.hurt(cue.injury)
      if (cue.kind === 'say' && on) say(cue.speaker, pick(cue.caption, language), cue.durationMs)
      if (cue.kind === 'injury' && on) say('', pick(cue.caption, language), 5000)
    },
    /** Words for the person alone: refusals, what was done. */
    tell(text: string) {
      captions.say('', text, 3000, null)
    },
    /** The panel comes along at once, as after a teleport. */
    settlePanel() {
      if (place === 'lazily') place = 'now'
    },
    update(deltaS: number, nowMs: number, body: Body, hovered: readonly (Target | null)[], inVr: boolean) {
      const view = link.view.get()
      const highlight = view?.highlight ?? []
      hoverMarks.forEach((marks, i) => marks.update(hovered[i] ?? null, nowMs / 1000))
      highlightMarks.forEach((marks, i) => {
        const target = things.target(highlight[i] ?? '')
        marks.update(target && things.sideOf(target.id) === undefined ? target : null, nowMs / 1000)
      })
      const first = things.target(highlight[0] ?? '')
      const wanted =
        first && things.sideOf(first.id) === undefined
          ? pointed.setFromMatrixPosition(first.object.matrixWorld)
          : null
      arrow.update(body.head, body.headRotation, wanted)
      panel.setVisible(inVr)
      captions.setVisible(inVr)
      if (inVr) {
        panel.follow(deltaS, body.head, body.headRotation, home.position, place)
        place = 'lazily'
        captions.update(deltaS, body.head, body.headRotation, settings.get().captionScale)
      }
      vignette.update(deltaS, body.head, body.headRotation)
    },
    dispose() {
      panel.dispose()
      captions.dispose()
      for (const root of [
        arrow.root,
        vignette.root,
        ...hoverMarks.map((m) => m.root),
        ...highlightMarks.map((m) => m.root),
      ])
        root.removeFromParent()
    },
  }
}
