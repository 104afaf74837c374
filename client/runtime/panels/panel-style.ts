/** Panels are drawn for 1.3 m: one em of body text is 28 dmm (1.6°), titles 40, small print 21; never below 18. */
export const panelStyle = {
  distanceM: 1.3,
  pitchDegrees: -12,
  widthM: 0.94,
  widthPx: 1280,
  heightPx: 860,
  bodyDmm: 28,
  titleDmm: 40,
  smallDmm: 22,
  buttonHeightDmm: 66,
  buttonLabelDmm: 26,
  buttonGapDmm: 14,
  paddingDmm: 34,
  ink: '#eef2f5',
  quiet: '#a9b7c2',
  ground: 'rgba(17, 24, 31, 0.94)',
  edge: '#2c3a46',
  accent: '#ffc247',
  good: '#6fd3a8',
  button: '#25323d',
  buttonHover: '#3a4c5b',
  font: '"Barlow", "Noto Sans", system-ui, sans-serif',
  fontStrong: '"Barlow Condensed", "Barlow", "Noto Sans", system-ui, sans-serif',
} as const

/** Pixels of the canvas for an angular size, at the distance the panel is drawn for. */
export function pixels(dmm: number): number {
  return (dmm / 1000) * panelStyle.distanceM * (panelStyle.widthPx / panelStyle.widthM)
}
