import { bestLanguage, isLanguage } from '#client/i18n/language.ts'
import type { Language } from '#client/i18n/language.ts'
import { writable } from '#client/runtime/readable.ts'
import type { Readable } from '#client/runtime/readable.ts'

/** A person's choices on this device; defaults are the comfortable end. */
export interface Settings {
  language: Language
  move: 'teleport' | 'walk'
  turn: 30 | 45 | 'smooth'
  vignette: boolean
  seated: boolean
  leftHanded: boolean
  captions: boolean
  captionScale: number
  textScale: number
  /** 0..1 */
  volume: number
  muted: boolean
  mono: boolean
  reducedMotion: boolean
}

const storageKey = 'sightline.settings'
const current = writable(restore())

export const settings: Readable<Settings> = current

export function changeSettings(patch: Partial<Settings>): void {
  const next = { ...current.get(), ...patch }
  current.set(next)
  try {
    localStorage.setItem(storageKey, JSON.stringify(next))
  } catch {
    // Storage is full or forbidden: the choice holds for this page.
  }
}

function restore(): Settings {
  const inBrowser = typeof window !== 'undefined'
  const defaults: Settings = {
    language: bestLanguage(inBrowser ? navigator.languages : []),
    move: 'teleport',
    turn: 30,
    vignette: true,
    seated: false,
    leftHanded: false,
    captions: true,
    captionScale: 1,
    textScale: 1,
    volume: 0.8,
    muted: false,
    mono: false,
    reducedMotion: inBrowser && matchMedia('(prefers-reduced-motion: reduce)').matches,
  }
  if (!inBrowser) return defaults
  try {
    return mergeSettings(defaults, JSON.parse(localStorage.getItem(storageKey) ?? '{}'))
  } catch {
    return defaults
  }
}

/** Takes over what was stored where it still fits; anything else keeps its default. */
export function mergeSettings(defaults: Settings, stored: unknown): Settings {
  const kept = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<
    Record<keyof Settings, unknown>
  >
  const bool = (
    key: 'vignette' | 'seated' | 'leftHanded' | 'captions' | 'muted' | 'mono' | 'reducedMotion',
  ) => (typeof kept[key] === 'boolean' ? kept[key] : defaults[key])
  const number = (key: 'captionScale' | 'textScale' | 'volume', min: number, max: number) =>
    typeof kept[key] === 'number' && kept[key] >= min && kept[key] <= max ? kept[key] : defaults[key]
  const { language, move, turn } = kept
  return {
    language: typeof language === 'string' && isLanguage(language) ? language : defaults.language,
    move: move === 'teleport' || move === 'walk' ? move : defaults.move,
    turn: turn === 30 || turn === 45 || turn === 'smooth' ? turn : defaults.turn,
    vignette: bool('vignette'),
    seated: bool('seated'),
    leftHanded: bool('leftHanded'),
    captions: bool('captions'),
    captionScale: number('captionScale', 1, 2),
    textScale: number('textScale', 1, 2),
    volume: number('volume', 0, 1),
    muted: bool('muted'),
    mono: bool('mono'),
    reducedMotion: bool('reducedMotion'),
  }
}
