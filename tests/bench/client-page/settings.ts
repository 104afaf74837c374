import type { RuntimeSettings } from '#client/runtime/comfort.ts'
import { writable } from '#client/runtime/readable.ts'

/** The defaults of the product, silent. */
export const settings = writable<RuntimeSettings>({
  language: 'en',
  move: 'teleport',
  turn: 30,
  vignette: true,
  seated: false,
  leftHanded: false,
  captions: true,
  captionScale: 1,
  textScale: 1,
  volume: 0,
  muted: true,
  mono: false,
  reducedMotion: false,
})
