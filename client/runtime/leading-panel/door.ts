import type { Surface } from '../interaction/hand-loop.ts'
import type { VrPanels } from '../vr-panels.ts'
import type { createLeadingPanel, LeadingPanel, LeadingPanelOptions } from './leading-panel.ts'

/** The panel of whoever is in a headset, fetched when one is put on. */
export function createPanelDoor(options: LeadingPanelOptions) {
  let make: typeof createLeadingPanel | null = null
  let panel: LeadingPanel | null = null
  let within: VrPanels | undefined

  async function open(panels: VrPanels) {
    make ??= (await import('./leading-panel.ts')).createLeadingPanel
    if (within === panels) panel = make(options, panels)
  }
  function close() {
    panel?.dispose()
    panel = null
  }

  return {
    get surface(): Surface | undefined {
      return panel?.surface
    },
    /** Once a frame, after the hands. */
    update(nowMs: number) {
      const panels = options.panels()
      if (panels !== within) {
        close()
        within = panels
        // The network: the next time the headset is put on it is tried again.
        if (panels) open(panels).catch(console.warn)
      }
      panel?.update(nowMs)
    },
    report: () => panel?.report() ?? null,
    dispose: close,
  }
}
