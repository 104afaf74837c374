/** How each extinguishing agent looks in flight and where it lands. Speeds m/s, lives s, sizes m; colours are display-referred. */
export interface AgentLook {
  readonly perSecond: number
  readonly speed: number
  readonly coneRad: number
  readonly lifeS: number
  readonly gravity: number
  /** Share of speed lost per second. */
  readonly drag: number
  readonly sizeFrom: number
  readonly sizeTo: number
  readonly opacity: number
  readonly colour: readonly [number, number, number]
  /** 0 = round soft puff, 1 = streak along the flight. */
  readonly streak: number
  /** After reaching what it hits, a puff goes on as a cloud for this share of its life. */
  readonly lingers: number
  readonly deposit: {
    readonly colour: readonly [number, number, number]
    readonly opacity: number
    readonly radius: number
    readonly meltsS: number
  }
}

export type AgentKind = 'water' | 'co2' | 'abc'

export const AGENTS: Record<AgentKind, AgentLook> = {
  water: {
    perSecond: 320,
    speed: 9,
    coneRad: 0.028,
    lifeS: 1.0,
    gravity: -4.5,
    drag: 0.25,
    sizeFrom: 0.012,
    sizeTo: 0.075,
    opacity: 0.62,
    colour: [0.86, 0.93, 0.98],
    streak: 1,
    lingers: 0.22,
    deposit: { colour: [0.2, 0.19, 0.17], opacity: 0.4, radius: 0.22, meltsS: Infinity },
  },
  co2: {
    perSecond: 150,
    speed: 5.6,
    coneRad: 0.12,
    lifeS: 1.5,
    gravity: -0.5,
    drag: 1.3,
    sizeFrom: 0.06,
    sizeTo: 0.52,
    opacity: 0.4,
    colour: [0.95, 0.97, 1],
    streak: 0,
    lingers: 0.6,
    deposit: { colour: [0.93, 0.96, 1], opacity: 0.32, radius: 0.28, meltsS: 12 },
  },
  abc: {
    perSecond: 160,
    speed: 6.6,
    coneRad: 0.085,
    lifeS: 1.6,
    gravity: -0.7,
    drag: 1.1,
    sizeFrom: 0.04,
    sizeTo: 0.55,
    opacity: 0.5,
    colour: [0.95, 0.91, 0.76],
    streak: 0,
    lingers: 0.55,
    deposit: { colour: [0.93, 0.87, 0.62], opacity: 0.7, radius: 0.26, meltsS: Infinity },
  },
}
