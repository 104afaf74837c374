/** By then at least one message with where the body is has gone out. */
const STAY_S = 0.08
const STAY_FRAMES = 3

/** How long a body has to stay where it is, so that what it does next is done there for everybody. */
export interface Stay {
  begin(): void
  /** Each frame that it stays; true once it was long enough. */
  isOver(deltaS: number): boolean
}

export function createStay(): Stay {
  let frames = 0
  let seconds = 0
  return {
    begin() {
      frames = 0
      seconds = 0
    },
    isOver(deltaS) {
      frames += 1
      seconds += deltaS
      return frames >= STAY_FRAMES && seconds >= STAY_S
    },
  }
}
