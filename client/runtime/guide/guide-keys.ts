/** Keys by `code`, for who leads or shows something; free on every other device's list. */
export const guideKeys = {
  /** A sign where the crosshair is. */
  ping: 'KeyT',
  /** Everybody is asked to look there, until the key is pressed again. */
  lookHere: 'KeyY',
} as const
