import type { WebGLRenderer } from 'three'

/** What three's WebGLUniforms are made of, as far as it matters here. */
export interface Uniform {
  readonly addr: WebGLUniformLocation
  /** GL type of one that is not an array. */
  readonly type?: number
  /** Members, of a struct or an array of structs. */
  readonly seq?: readonly Uniform[]
  /** What it was last set to. */
  cache?: ArrayLike<number>
  setValue(gl: WebGL2RenderingContext, value: unknown, textures?: unknown): void
}
interface Program {
  isReady(): boolean
  getUniforms(): { readonly seq: readonly Uniform[] }
}
type Put = (gl: WebGL2RenderingContext, at: WebGLUniformLocation, numbers: Float32Array) => void
type Triple = { x?: number; y: number; z: number; r?: number; g: number; b: number }

const FLOAT_VEC3 = 0x8b51
const matrices: Readonly<Record<number, { length: number; put: Put }>> = {
  0x8b5b: { length: 9, put: (gl, at, numbers) => gl.uniformMatrix3fv(at, false, numbers) },
  0x8b5c: { length: 16, put: (gl, at, numbers) => gl.uniformMatrix4fv(at, false, numbers) },
}

/**
 * Three's setters meet arrays of so many kinds that the engine boxes each number they compare: half of all a frame allocates.
 * Setters of our own, for matrices and three-vectors, meet one kind each and leave nothing behind. To be called each frame; it
 * works when there is a new program.
 */
export function createLeanUniforms(renderer: Pick<WebGLRenderer, 'info'>): () => void {
  const done = new WeakSet<Program>()
  return () => {
    const programs = renderer.info.programs as unknown as readonly Program[] | null
    if (programs === null) return
    for (let i = 0; i < programs.length; i += 1) {
      const program = programs[i]
      if (!program || done.has(program) || !program.isReady()) continue
      done.add(program)
      lean(program.getUniforms().seq)
    }
  }
}

function lean(uniforms: readonly Uniform[]): void {
  for (const uniform of uniforms) {
    if (uniform.seq) lean(uniform.seq)
    const matrix = matrices[uniform.type ?? 0]
    if (matrix) leanMatrix(uniform, matrix.length, matrix.put)
    else if (uniform.type === FLOAT_VEC3) leanTriple(uniform)
  }
}

function leanMatrix(uniform: Uniform, length: number, put: Put): void {
  const last = lastSet(uniform, length)
  const before = uniform.setValue
  if (!last) return
  uniform.setValue = (gl, value) => {
    const { elements } = value as { elements?: ArrayLike<number> }
    if (elements === undefined) return before.call(uniform, gl, value)
    let differs = false
    for (let i = 0; i < length; i += 1) {
      const number = Math.fround(elements[i] ?? 0)
      if (last[i] === number) continue
      last[i] = number
      differs = true
    }
    if (differs) put(gl, uniform.addr, last)
  }
}

function leanTriple(uniform: Uniform): void {
  const last = lastSet(uniform, 3)
  const before = uniform.setValue
  if (!last) return
  uniform.setValue = (gl, value) => {
    const triple = value as Triple
    if (triple.x !== undefined) {
      if (
        last[0] === Math.fround(triple.x) &&
        last[1] === Math.fround(triple.y) &&
        last[2] === Math.fround(triple.z)
      )
        return
      last[0] = triple.x
      last[1] = triple.y
      last[2] = triple.z
    } else if (triple.r !== undefined) {
      if (
        last[0] === Math.fround(triple.r) &&
        last[1] === Math.fround(triple.g) &&
        last[2] === Math.fround(triple.b)
      )
        return
      last[0] = triple.r
      last[1] = triple.g
      last[2] = triple.b
    } else return before.call(uniform, gl, value)
    gl.uniform3fv(uniform.addr, last)
  }
}

/** Of a uniform that three knows by one plain array; one never set is 0 in GL, too. */
function lastSet(uniform: Uniform, length: number): Float32Array | undefined {
  if (!Array.isArray(uniform.cache) || uniform.cache.length > length) return undefined
  const last = new Float32Array(length)
  last.set(uniform.cache)
  uniform.cache = last
  return last
}
