/**
 * A reading that sensors at the authority derive from poses and controls, named by a key so that documents, logs and
 * engine speak of the same thing. Readings are integers: millimetres, tenths of a degree, 0/1, or per cent.
 */
export type SensorSpec =
  /** Horizontal distance head → target, mm. Key `distance:<target>` */
  | { kind: 'distance'; target: string }
  /** Head inside a zone, 0/1. Key `zone:<zone>` */
  | { kind: 'zone'; zone: string }
  /** Angle between head's forward and the direction to the target, 0.1°. Key `look:<target>` */
  | { kind: 'look'; target: string }
  /** Shortest distance between the held tool's muzzle ray and the target point, mm; 99999 when nothing sprayable is held. Key `aim:<target>` */
  | { kind: 'aim'; target: string }
  /** Where the muzzle ray passes left (−) or right (+) of the target, seen from the muzzle, mm. Key `sweep:<target>` */
  | { kind: 'sweep'; target: string }
  /** Horizontal angle at the person between `target` and `other`, 0.1°. Key `between:<target>:<other>` */
  | { kind: 'between'; target: string; other: string }
  /** Trigger of the held tool, per cent, between the intents `squeeze-begin` and `squeeze-end`. Key `squeeze` */
  | { kind: 'squeeze' }

export function sensorKey(spec: SensorSpec): string {
  switch (spec.kind) {
    case 'zone':
      return `zone:${spec.zone}`
    case 'between':
      return `between:${spec.target}:${spec.other}`
    case 'squeeze':
      return 'squeeze'
    case 'distance':
    case 'look':
    case 'aim':
    case 'sweep':
      return `${spec.kind}:${spec.target}`
  }
}
