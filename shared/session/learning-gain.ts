/** Shares of right answers, with what they are shares of: how much the figure is worth can be seen. */
export interface Gain {
  /** Numbers of answers, and of right ones, in the earlier and in the later half. */
  first: { answered: number; right: number }
  second: { answered: number; right: number }
  /** Share in the second half minus share in the first, −1 … 1. */
  gain: number
}

/** Two in each half: below, one lucky answer would be all of it. */
const LEAST_ANSWERS = 4

/** How a person's answers got better: the later half compared with the earlier one; of an odd number the one in the middle is left out. */
export function gainOf(right: readonly boolean[]): Gain | null {
  if (right.length < LEAST_ANSWERS) return null
  const half = Math.floor(right.length / 2)
  return compared(count(right.slice(0, half)), count(right.slice(-half)))
}

/** Of several together: each answer counts the same. */
export function pooledGain(gains: readonly Gain[]): Gain | null {
  if (gains.length === 0) return null
  const total = (half: 'first' | 'second') => ({
    answered: gains.reduce((sum, gain) => sum + gain[half].answered, 0),
    right: gains.reduce((sum, gain) => sum + gain[half].right, 0),
  })
  return compared(total('first'), total('second'))
}

function compared(first: Gain['first'], second: Gain['second']): Gain {
  return { first, second, gain: second.right / second.answered - first.right / first.answered }
}

function count(right: readonly boolean[]): Gain['first'] {
  return { answered: right.length, right: right.filter(Boolean).length }
}
