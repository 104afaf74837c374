/** So that nobody can flood a session. What is beyond is refused `too-many` or `too-long`. */
export const LIVE_LIMITS = {
  annotations: 200,
  annotationsOfOne: 40,
  pointsOfOne: 512,
  pointsInMessage: 64,
  /** Of all annotations together: what who comes in is sent at once must fit on any line. */
  points: 10_000,
  labelChars: 80,
  hintChars: 280,
  hands: 50,
  helpAsked: 50,
  /** Persons named in one allowance, for and against each. */
  allowed: 200,
  answers: 1000,
  pollEvery: 20,
  /** From the origin of the anchor, each way, mm. */
  reachMm: 100_000,
} as const

/** Colours of the palette; an annotation's is an index into it. */
export const LIVE_COLORS = 8

/** How many points a complete annotation has: a circle's are its middle and rim, and where given a third in its plane. */
export const POINTS_OF = {
  stroke: { least: 1, most: 512 },
  arrow: { least: 2, most: 2 },
  circle: { least: 2, most: 3 },
  label: { least: 1, most: 1 },
  measure: { least: 2, most: 2 },
} as const

/** A question closes after this much session time, if its step does not end before. */
export const POLL_MS = 30_000
/** Watching is told of when it lasted that long. */
export const OBSERVED_MS = 2000
