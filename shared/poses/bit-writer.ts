import { ESCAPE, fold, type Bits } from './bits.ts'

/** Highest bit first. Grows as needed and is used again for every frame. */
export class BitWriter implements Bits {
  #bytes = new Uint8Array(4096)
  #end = 0
  #pending = 0
  #filled = 0

  plain(count: number, value: number): number {
    this.#pending = (this.#pending << count) | value
    this.#filled += count
    while (this.#filled >= 8) {
      this.#filled -= 8
      if (this.#end === this.#bytes.length) this.#grow()
      this.#bytes[this.#end++] = this.#pending >>> this.#filled
    }
    this.#pending &= (1 << this.#filled) - 1
    return value
  }

  wide(value: number): number {
    const folded = fold(value)
    let count = 0
    while (count < 32 && folded >>> count !== 0) count += 1
    this.plain(6, count)
    if (count > 16) this.plain(count - 16, folded >>> 16)
    this.plain(Math.min(16, count), count > 16 ? folded & 0xffff : folded)
    return value
  }

  rice(below: number, value: number): number {
    const folded = fold(value)
    const ones = folded >>> below
    if (ones < ESCAPE) {
      const low = folded & ((1 << below) - 1)
      this.plain(ones + 1 + below, (((1 << (ones + 1)) - 2) << below) | low)
    } else {
      this.plain(ESCAPE, (1 << ESCAPE) - 1)
      this.wide(value)
    }
    return value
  }

  /** A copy of the bytes, the last one filled up with zeros; the writer is empty again. */
  finish(): Uint8Array {
    if (this.#filled > 0) this.plain(8 - this.#filled, 0)
    const bytes = this.#bytes.slice(0, this.#end)
    this.#end = 0
    return bytes
  }

  #grow(): void {
    const bytes = new Uint8Array(this.#bytes.length * 2)
    bytes.set(this.#bytes)
    this.#bytes = bytes
  }
}
