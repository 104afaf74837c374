import { Vector3 } from 'three'
import { pick } from '#client/i18n/text.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import type { Cue } from '#shared/protocol/views.ts'
import type { RuntimeSettings } from './comfort.ts'
import type { Body, Hand } from './device/body.ts'
import { createCaptionPanel } from './panels/caption-panel.ts'
import type { CaptionPanel } from './panels/caption-panel.ts'
import { panelContent } from './panels/instruction-content.ts'
import type { PanelButton } from './panels/instruction-content.ts'
import { createInstructionPanel } from './panels/instruction-panel.ts'
import type { InstructionPanel } from './panels/instruction-panel.ts'
import type { Readable } from './readable.ts'
import type { Stage } from './stage.ts'
import type { Things } from './things/things.ts'
import type { Words } from './words.ts'

export interface VrPanelsOptions {
  stage: Pick<Stage, 'scene'>
  link: SessionLink
  things: Things
  settings: Readable<RuntimeSettings>
  words: Words
  pinIn(): boolean
  onButton(id: PanelButton['id'], hand: Hand): void
}

/** What is read in a headset: the task, and captions. Flat screens have the page's HUD. */
export interface VrPanels {
  readonly panel: InstructionPanel
  readonly captions: CaptionPanel
  refresh(): void
  show(cue: Cue): void
  /** Words for the person alone: refusals, what was done. */
  tell(text: string): void
  /** The panel comes along at once, as after a teleport. */
  settle(): void
  update(deltaS: number, body: Body): void
  dispose(): void
}

export function createVrPanels(options: VrPanelsOptions): VrPanels {
  const { link, things, settings, words } = options
  const { scene } = options.stage
  const { panel: home } = link.edition.workplace
  const panel = createInstructionPanel(scene, options.onButton, () => settings.get().textScale)
  const captions = createCaptionPanel(scene)
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
        pinIn: options.pinIn(),
        language,
        words,
      }),
    )
  }

  function say(speaker: string, text: string, durationMs: number) {
    const target = things.target(speaker)
    const named = things.document(speaker) ?? link.edition.roles.find(({ id }) => id === speaker)
    captions.say(
      named ? pick(named.name, settings.get().language) : '',
      text,
      durationMs,
      target ? target.object.getWorldPosition(new Vector3()) : null,
    )
  }

  refresh()
  panel.setVisible(true)
  captions.setVisible(true)
  return {
    panel,
    captions,
    refresh,
    show(cue) {
      const { language, captions: on } = settings.get()
      if (cue.kind === 'say' && on) say(cue.speaker, pick(cue.caption, language), cue.durationMs)
      if (cue.kind === 'injury' && on) say('', pick(cue.caption, language), 5000)
    },
    tell: (text) => captions.say('', text, 3000, null),
    settle() {
      if (place === 'lazily') place = 'now'
    },
    update(deltaS, { head, headRotation }) {
      panel.follow(deltaS, head, headRotation, home.position, place)
      place = 'lazily'
      captions.update(deltaS, head, headRotation, settings.get().captionScale)
    },
    dispose() {
      panel.dispose()
      captions.dispose()
    },
  }
}
