import {
  DynamicDrawUsage,
  Group,
  InstancedBufferAttribute,
  Mesh,
  type Object3D,
  Quaternion,
  ShaderMaterial,
  Vector3,
} from 'three'
import { AGENTS, type AgentKind } from './agents.ts'
import { billboards } from './billboards.ts'
import { createDeposits } from './deposits.ts'
import { noiseTexture } from './noise-texture.ts'
import { sprayFragment, sprayVertex } from './spray.glsl.ts'

export interface Spray {
  /** In the world frame: add it to the scene, not to the extinguisher. */
  readonly root: Group
  /**
   * @param flow 0..1, the squeeze
   * @param muzzle spray origin, its −Z is the direction
   * @param hitDistanceM along −Z to what is hit; Infinity = nothing
   * @param hitNormalY y of the surface normal there: agent settles on what is nearly level
   */
  update(dtS: number, flow: number, muzzle: Object3D, hitDistanceM: number, hitNormalY: number): void
  clear(): void
  dispose(): void
}

const FLOATS = 4
const NEVER = -1e4
const origin = new Vector3()
const turn = new Quaternion()
const velocity = new Vector3()
const landing = new Vector3()

/** Particles are written once, when they leave the muzzle (a ring of slots); the graphics card flies them. Two draw calls with the deposits. */
export function createSpray(kind: AgentKind): Spray {
  const look = AGENTS[kind]
  const slots = Math.ceil(look.perSecond * look.lifeS * 1.15)
  const geometry = billboards(slots, kind.length * 31)
  const born = dynamic(slots)
  const flight = dynamic(slots)
  for (let i = 0; i < slots; i++) born.setW(i, NEVER)
  geometry.setAttribute('aBorn', born)
  geometry.setAttribute('aFlight', flight)
  const uniforms = {
    uTime: { value: 0 },
    uNoise: { value: noiseTexture() },
    uLife: { value: look.lifeS },
    uGravity: { value: look.gravity },
    uDrag: { value: look.drag },
    uSize: { value: [look.sizeFrom, look.sizeTo] },
    uColour: { value: look.colour },
    uOpacity: { value: look.opacity },
    uStreak: { value: look.streak },
    uLingers: { value: look.lingers },
  }
  const material = new ShaderMaterial({
    uniforms,
    vertexShader: sprayVertex,
    fragmentShader: sprayFragment,
    transparent: true,
    depthWrite: false,
  })
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  mesh.renderOrder = 12
  const deposits = createDeposits(look.deposit)
  const root = new Group()
  root.name = `spray-${kind}`
  root.add(mesh, deposits.root)
  let next = 0
  let owed = 0
  let quietS = look.lifeS
  let sinceDepositS = 0

  function emit(hitDistanceM: number, agoS: number): void {
    const r = Math.random() * Math.PI * 2
    const off = Math.sqrt(Math.random()) * look.coneRad
    const speed = look.speed * (0.88 + Math.random() * 0.24)
    velocity
      .set(Math.cos(r) * off, Math.sin(r) * off, -1)
      .normalize()
      .multiplyScalar(speed)
      .applyQuaternion(turn)
    born.setXYZW(next, origin.x, origin.y, origin.z, uniforms.uTime.value - agoS)
    flight.setXYZW(next, velocity.x, velocity.y, velocity.z, Math.min(99, hitDistanceM))
    next = (next + 1) % slots
  }

  return {
    root,
    update(dtS, flow, muzzle, hitDistanceM, hitNormalY) {
      uniforms.uTime.value += dtS
      deposits.update(dtS)
      quietS = flow > 0 ? 0 : quietS + dtS
      mesh.visible = quietS < look.lifeS
      if (flow <= 0) return
      muzzle.getWorldPosition(origin)
      muzzle.getWorldQuaternion(turn)
      owed += Math.min(dtS, 0.1) * look.perSecond * flow
      const count = Math.floor(owed)
      owed -= count
      for (let i = 0; i < count; i++) emit(hitDistanceM, Math.random() * dtS)
      if (count > 0) born.needsUpdate = flight.needsUpdate = true
      sinceDepositS += dtS
      if (sinceDepositS < 0.09 || hitDistanceM > 5 || hitNormalY < 0.6) return
      sinceDepositS = 0
      landing.set(0, 0, -hitDistanceM).applyQuaternion(turn).add(origin)
      deposits.drop(landing)
    },
    clear() {
      for (let i = 0; i < slots; i++) born.setW(i, NEVER)
      born.needsUpdate = true
      deposits.clear()
    },
    dispose() {
      geometry.dispose()
      material.dispose()
      deposits.dispose()
    },
  }
}

function dynamic(slots: number): InstancedBufferAttribute {
  const attribute = new InstancedBufferAttribute(new Float32Array(slots * FLOATS), FLOATS)
  attribute.setUsage(DynamicDrawUsage)
  return attribute
}
