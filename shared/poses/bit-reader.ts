import { ESCAPE, unfold, type Bits } from './bits.ts'

const NOTHING: Uint8Array = new Uint8Array(0)

/** How many of the next ESCAPE bits are ones before the first zero. */
const LEADING_ONES = new Uint8Array(1 << ESCAPE).map((_, next) => {
  let ones = 0
  while (ones < ESCAPE && (next >> (ESCAPE - 1 - ones)) & 1) ones += 1
  return ones
})

/** Past the end there are zeros; only who asks whether all is `complete` hears of it. */
export class BitReader implements Bits {
  #bytes = NOTHING
  /** Bytes taken in, and how many bits of them are still to be read: the lowest ones of `pending`. */
  #taken = 0
  #left = 0
  #pending = 0

  start(bytes: Uint8Array): void {
    this.#bytes = bytes
    this.#taken = 0
    this.#left = 0
    this.#pending = 0
  }

  plain(count: number, _value = 0): number {
    if (this.#left < count) this.#take(count)
    this.#left -= count
    return (this.#pending >>> this.#left) & ((1 << count) - 1)
  }

  wide(_value = 0): number {
    const count = Math.min(32, this.plain(6))
    const high = count > 16 ? this.plain(count - 16) : 0
    return unfold(((high << 16) | this.plain(Math.min(16, count))) >>> 0)
  }

  rice(below: number, _value = 0): number {
    if (this.#left < ESCAPE) this.#take(ESCAPE)
    const ones = LEADING_ONES[(this.#pending >>> (this.#left - ESCAPE)) & ((1 << ESCAPE) - 1)] ?? 0
    if (ones === ESCAPE) {
      this.#left -= ESCAPE
      return this.wide()
    }
    this.#left -= ones + 1
    return unfold((ones << below) | this.plain(below))
  }

  /** Nothing was read past the end, and nothing but the filling zeros is left. */
  get complete(): boolean {
    const rest = 8 * this.#bytes.length - (8 * this.#taken - this.#left)
    return rest >= 0 && rest < 8 && (this.#pending & ((1 << this.#left) - 1)) === 0
  }

  #take(count: number): void {
    while (this.#left < count) {
      this.#pending = ((this.#pending << 8) | (this.#bytes[this.#taken] ?? 0)) & 0x7fffffff
      this.#taken += 1
      this.#left += 8
    }
  }
}
