/** A button with two thresholds, so that a trembling trigger neither clicks twice nor lets go. */
export interface Press {
  down: boolean
  /** Went down, or up, in this frame. */
  pressed: boolean
  released: boolean
  heldS: number
}

export function createPress(): Press {
  return { down: false, pressed: false, released: false, heldS: 0 }
}

export function updatePress(press: Press, value: number, deltaS: number, on = 0.55, off = 0.35): void {
  const down = press.down ? value > off : value >= on
  press.pressed = down && !press.down
  press.released = !down && press.down
  press.heldS = down ? press.heldS + (press.down ? deltaS : 0) : press.heldS
  if (press.pressed) press.heldS = 0
  press.down = down
}
