import type { Matrix4 } from 'three'

/** Poses of many XR spaces in one call and one buffer (allocates nothing where the browser has `fillPoses`). */
export interface XrSpaces {
  set(spaces: readonly (XRSpace | undefined)[]): void
  /** Reads all poses against the base; false when none could be read. */
  read(frame: XRFrame, base: XRReferenceSpace): boolean
  /** Copies one pose; false while that space is not tracked. */
  get(index: number, out: Matrix4): boolean
}

export function createXrSpaces(): XrSpaces {
  let spaces: readonly (XRSpace | undefined)[] = []
  let known: XRSpace[] = []
  let slots: number[] = []
  let buffer = new Float32Array(0)

  function readOneByOne(frame: XRFrame, base: XRReferenceSpace) {
    known.forEach((space, slot) => {
      const matrix = frame.getPose(space, base)?.transform.matrix
      if (matrix) buffer.set(matrix, slot * 16)
      else buffer.fill(Number.NaN, slot * 16, slot * 16 + 16)
    })
  }

  return {
    set(next) {
      spaces = next
      known = next.filter((space) => space !== undefined)
      let slot = 0
      slots = spaces.map((space) => (space ? slot++ : -1))
      buffer = new Float32Array(known.length * 16)
    },
    read(frame, base) {
      if (known.length === 0) return false
      if (frame.fillPoses) frame.fillPoses(known, base, buffer)
      else readOneByOne(frame, base)
      return true
    },
    get(index, out) {
      const slot = slots[index] ?? -1
      if (slot < 0 || Number.isNaN(buffer[slot * 16] ?? Number.NaN)) return false
      out.fromArray(buffer, slot * 16)
      return true
    },
  }
}
