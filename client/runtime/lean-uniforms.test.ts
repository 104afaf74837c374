import { Color, Matrix3, Matrix4, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { createLeanUniforms, type Uniform } from './lean-uniforms.ts'

const types = { vec3: 0x8b51, mat3: 0x8b5b, mat4: 0x8b5c, sampler: 0x8b5e }

function setUp() {
  const sent: { at: unknown; numbers: number[] }[] = []
  const asThree: unknown[] = []
  const send = (at: unknown, numbers: Float32Array) => sent.push({ at, numbers: [...numbers] })
  const gl = {
    uniform3fv: send,
    uniformMatrix3fv: (at: unknown, _transpose: boolean, numbers: Float32Array) => send(at, numbers),
    uniformMatrix4fv: (at: unknown, _transpose: boolean, numbers: Float32Array) => send(at, numbers),
  } as unknown as WebGL2RenderingContext
  const uniform = (addr: string, type: number, cache: number[] = []): Uniform => ({
    addr,
    type,
    cache,
    setValue: (_gl, value) => void asThree.push(value),
  })
  const program = (seq: Uniform[], ready = true) => ({ isReady: () => ready, getUniforms: () => ({ seq }) })
  return { sent, asThree, gl, uniform, program }
}
const apply = (...programs: unknown[]) =>
  createLeanUniforms({ info: { programs } } as unknown as Parameters<typeof createLeanUniforms>[0])()

test('RUN-15 matrices, vectors and colours are uploaded when they differ from what was uploaded last', () => {
  const { sent, gl, uniform, program } = setUp()
  const [view, normal, colour] = [
    uniform('m4', types.mat4),
    uniform('m3', types.mat3),
    uniform('v3', types.vec3),
  ]
  apply(program([view, { ...uniform('lights', 0), seq: [normal, colour] }]))
  const matrix = new Matrix4().makeTranslation(0.1, 2, 3)
  view.setValue(gl, matrix)
  view.setValue(gl, matrix.clone())
  view.setValue(gl, new Matrix4())
  normal.setValue(gl, new Matrix3())
  colour.setValue(gl, new Vector3(0.1, 0, 0))
  colour.setValue(gl, new Color(0.1, 0, 0))
  colour.setValue(gl, new Color(0.1, 0, 1))
  expect(sent).toEqual([
    { at: 'm4', numbers: matrix.elements.map(Math.fround) },
    { at: 'm4', numbers: new Matrix4().elements },
    { at: 'm3', numbers: new Matrix3().elements },
    { at: 'v3', numbers: [Math.fround(0.1), 0, 0] },
    { at: 'v3', numbers: [Math.fround(0.1), 0, 1] },
  ])
})

test('RUN-15 what three has set before is known, and what was never set is 0', () => {
  const { sent, gl, uniform, program } = setUp()
  const [known, fresh] = [uniform('known', types.vec3, [1, 2, 3]), uniform('fresh', types.vec3)]
  apply(program([known, fresh]))
  known.setValue(gl, new Vector3(1, 2, 3))
  fresh.setValue(gl, new Vector3())
  expect(sent).toEqual([])
  known.setValue(gl, new Vector3())
  expect(sent).toEqual([{ at: 'known', numbers: [0, 0, 0] }])
})

test('RUN-15 all else is left to three: samplers, plain arrays, programs still compiling', () => {
  const { sent, asThree, gl, uniform, program } = setUp()
  const [sampler, vector, early] = [
    uniform('s', types.sampler),
    uniform('v', types.vec3),
    uniform('e', types.vec3),
  ]
  apply(program([sampler, vector]), program([early], false))
  sampler.setValue(gl, 3)
  vector.setValue(gl, [1, 2, 3])
  early.setValue(gl, new Vector3(1, 1, 1))
  expect(sent).toEqual([])
  expect(asThree).toEqual([3, [1, 2, 3], new Vector3(1, 1, 1)])
})
