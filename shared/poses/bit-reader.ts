import { ESCAPE, unfold, type Bits } from './bits.ts'

const NOTHING: Uint8Array = new Uint8Array(0)

/** Reads zeros past the end and remembers that it did. */
export class BitReader implements Bits {
  #bytes = NOTHING
  #at = 0
  #pending = 0
  #filled = 0
  overrun = false

  start(bytes: Uint8Array): void {
    this.#bytes = bytes
    this.#at = 0
    this.#pending = 0
    this.#filled = 0
    this.overrun = false
  }

  plain(count: number, _value = 0): number {
    while (this.#filled < count) {
      if (this.#at >= this.#bytes.length) this.overrun = true
      this.#pending = ((this.#pending << 8) | (this.#bytes[this.#at++] ?? 0)) & 0x7fffffff
      this.#filled += 8
    }
    this.#filled -= count
    return (this.#pending >>> this.#filled) & ((1 << count) - 1)
  }

  wide(_value = 0): number {
    const count = Math.min(32, this.plain(6))
    const high = count > 16 ? this.plain(count - 16) : 0
    return unfold(((high << 16) | this.plain(Math.min(16, count))) >>> 0)
  }

  rice(below: number, _value = 0): number {
    let ones = 0
    while (ones < ESCAPE && this.plain(1) === 1) ones += 1
    return ones < ESCAPE ? unfold((ones << below) | this.plain(below)) : this.wide()
  }

  /** Nothing was read past the end, and nothing but the filling zeros is left. */
  get complete(): boolean {
    const rest = this.#pending & ((1 << this.#filled) - 1)
    return !this.overrun && this.#at === this.#bytes.length && rest === 0
  }
}
