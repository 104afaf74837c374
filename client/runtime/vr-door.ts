import type { Stage } from './stage.ts'
import type { createVrView, VrView } from './vr-view.ts'

/** The way into a headset. What only a headset needs is fetched where one could be put on. */
export function createVrDoor(stage: Pick<Stage, 'vrSupported' | 'enterVr'>) {
  let make: typeof createVrView | null = null
  const load = async () => {
    make ??= (await import('./vr-view.ts')).createVrView
  }
  // Ahead of time: a browser gives a session only shortly after the press that asked for it.
  const prepare = (supported: boolean) => {
    if (supported) load().catch(() => {}) // tried again by who enters
  }
  prepare(stage.vrSupported.get())
  return {
    async enter() {
      await load()
      await stage.enterVr()
    },
    open: (...given: Parameters<typeof createVrView>): VrView | null => make?.(...given) ?? null,
    stop: stage.vrSupported.subscribe(prepare),
  }
}
