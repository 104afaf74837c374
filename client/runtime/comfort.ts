/** What the runtime needs of a person's settings (client/settings holds them). */
export interface RuntimeSettings {
  language: string
  move: 'teleport' | 'walk'
  turn: 30 | 45 | 'smooth'
  vignette: boolean
  seated: boolean
  leftHanded: boolean
  captions: boolean
  captionScale: number
  textScale: number
  volume: number
  muted: boolean
  mono: boolean
  reducedMotion: boolean
}

/** Sources: Meta locomotion guidance (smooth ≤ 1.4 m/s, constant speed), facts/ux-and-reliability section 1. */
export const comfort = {
  smoothMoveMps: 1.4,
  flatWalkMps: 1.7,
  flatRunMps: 2.0,
  smoothTurnRadPerS: (75 * Math.PI) / 180,
  keyLookRadPerS: (70 * Math.PI) / 180,
  keyLookFineRadPerS: (20 * Math.PI) / 180,
  eyeHeightM: 1.6,
  bodyRadiusM: 0.22,
  /** Vignette's clear half-angle at rest and at full speed, degrees. */
  vignetteOpenDegrees: 60,
  vignetteClosedDegrees: 40,
  vignetteFadeS: 0.1,
} as const
