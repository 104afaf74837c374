import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgentKind } from './agent.ts'
import type { SimulationContext, SimulationState } from './define-simulation.ts'
import { extinguisher, extinguisherSchema } from './extinguisher.ts'
import { fire, fireSchema } from './fire.ts'

const params = fireSchema.parse({
  type: 'fire',
  id: 'fire',
  base: 'base',
  appliance: { entity: 'machine', switch: 'switch', on: 'on' },
  pinboard: {},
  paceVariable: 'pace',
  extinguishers: (['water', 'co2', 'abc'] as const).map((agent) => ({
    simulation: agent,
    entity: agent,
    agent,
  })),
})

interface Scene {
  tool: AgentKind | null
  missMm: number
  distanceMm: number
  sweeping: boolean
  squeeze: number
  applianceMissMm: number
  power: boolean
  pace: number
}
const alone: Scene = {
  tool: null,
  missMm: 50,
  distanceMm: 2500,
  sweeping: true,
  squeeze: 100,
  applianceMissMm: 5000,
  power: true,
  pace: 1000,
}

class Burning {
  sim: SimulationState = fire.initial(params).sim
  signals: Record<string, number> = { ...fire.initial(params).signals }
  events: string[] = []
  ms = 0

  for(ms: number, change: Partial<Scene> = {}): this {
    const scene = { ...alone, ...change }
    for (let left = ms; left > 0; left -= 50) this.tick(scene)
    return this
  }

  tick(scene: Scene): void {
    this.ms += 50
    const swept = scene.sweeping ? (this.ms % 1000 < 500 ? 200 : -200) : 0
    const readings: Record<string, number> = {
      'aim:base': scene.missMm,
      'distance:base': scene.distanceMm,
      'sweep:base': swept,
      'aim:machine': scene.applianceMissMm,
    }
    const context: SimulationContext = {
      holderOf: (entity) => (entity === scene.tool ? 'ada' : undefined),
      squeezeOf: (tool) => (tool === scene.tool ? scene.squeeze : 0),
      reading: (_actor, sensor) => readings[sensor],
      stateOf: () => (scene.power ? 'on' : 'off'),
      signal: (simulation, name) =>
        name === 'spraying' ? Number(simulation === scene.tool) : (this.signals[name] ?? 0),
      variable: () => scene.pace,
    }
    const { sim, signals, events } = fire.step(this.sim, context, params, 50)
    this.sim = sim
    Object.assign(this.signals, signals)
    this.events.push(...events.map((e) => e.what))
  }

  at(signal: string): number {
    return this.signals[signal] ?? Number.NaN
  }

  msToOut(change: Partial<Scene>, atMostMs = 60_000): number {
    const from = this.ms
    while (this.at('out') === 0 && this.ms - from < atMostMs) this.for(50, change)
    return this.ms - from
  }
}

test('SIM-10 it doubles each doubling time, at the given pace, and is lost after about 80 s', () => {
  expect(new Burning().for(30_000).at('intensity')).toBeCloseTo(300, -1)
  expect(new Burning().for(60_000, { pace: 200 }).at('intensity')).toBeCloseTo(150 * 1.32, -1)
  const lost = new Burning()
  while (lost.at('outOfControl') === 0) lost.for(50)
  expect(lost.ms).toBeGreaterThan(70_000)
  expect(lost.ms).toBeLessThan(90_000)
})

test('SIM-11 aim, range, sweep and squeeze decide how much reaches the base', () => {
  const hit = (change: Partial<Scene>): number =>
    new Burning().for(2000, { tool: 'abc', ...change }).at('hit')
  expect(hit({})).toBe(1000)
  expect(hit({ missMm: 250 })).toBe(1000)
  expect(hit({ missMm: 425 })).toBe(500)
  expect(hit({ missMm: 600 })).toBe(0)
  expect(hit({ distanceMm: 800 })).toBe(500)
  expect(hit({ distanceMm: 5000 })).toBe(500)
  expect(hit({ distanceMm: 6000 })).toBe(0)
  expect(hit({ sweeping: false })).toBe(500)
  expect(hit({ squeeze: 50 })).toBe(500)
  expect(hit({ tool: null })).toBe(0)
})

test('SIM-12 ABC is fastest, and aiming into the flames does next to nothing', () => {
  const early = (tool: AgentKind, change: Partial<Scene> = {}): number =>
    new Burning().for(15_000).msToOut({ tool, ...change })
  expect(early('abc')).toBeLessThan(early('water'))
  expect(early('abc')).toBeGreaterThan(1000)
  expect(early('abc', { missMm: 700 })).toBe(60_000)
})

test('SIM-12 SIM-14 an energised appliance: CO2 puts it out, water does nothing but shock', () => {
  const burning = (): Burning => {
    const scene = new Burning()
    while (scene.at('appliance') < 60) scene.for(50)
    return scene
  }
  const onAppliance = { missMm: 2000, applianceMissMm: 50 }
  const water = burning()
  const before = water.at('appliance')
  water.for(2000, { tool: 'water', ...onAppliance })
  expect(water.at('appliance')).toBeGreaterThanOrEqual(before)
  expect(water.events.filter((e) => e === 'shock')).toEqual(['shock'])
  expect(
    burning()
      .for(2000, { tool: 'co2', ...onAppliance })
      .at('appliance'),
  ).toBe(0)
  const unplugged = burning().for(2000, { tool: 'water', ...onAppliance, power: false })
  expect([unplugged.at('appliance'), unplugged.events.includes('shock')]).toEqual([0, false])
})

test('SIM-13 after CO2 it flares up again, after ABC and some seconds more, or water, it does not', () => {
  const again = (tool: AgentKind, moreMs: number): boolean => {
    const scene = new Burning().for(25_000)
    scene.msToOut({ tool })
    return scene.for(moreMs, { tool }).for(20_000).events.includes('reignited')
  }
  expect([again('co2', 1000), again('abc', 1500), again('water', 1000)]).toEqual([true, false, false])
})

test('SIM-15 out of control stays, smoke fills and thins out', () => {
  const scene = new Burning().for(90_000)
  const smoke = scene.at('smoke')
  expect(smoke).toBeGreaterThan(200)
  scene.for(60_000, { tool: 'abc' })
  expect(scene.at('outOfControl')).toBe(1)
  const early = new Burning().for(20_000)
  early.msToOut({ tool: 'water' })
  const filled = early.at('smoke')
  expect(early.for(10_000).at('smoke')).toBeLessThan(filled)
})

test('SIM-16 integers in range, whatever happens', () => {
  const scene = fc.record({
    tool: fc.constantFrom(null, 'water' as const, 'co2' as const, 'abc' as const),
    missMm: fc.integer({ min: -100, max: 99_999 }),
    distanceMm: fc.integer({ min: 0, max: 99_999 }),
    sweeping: fc.boolean(),
    squeeze: fc.integer({ min: 0, max: 100 }),
    applianceMissMm: fc.integer({ min: 0, max: 99_999 }),
    power: fc.boolean(),
    pace: fc.integer({ min: 0, max: 5000 }),
  })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(scene, fc.integer({ min: 50, max: 20_000 })), { maxLength: 12 }),
      (script) => {
        const burning = new Burning()
        for (const [change, ms] of script) burning.for(ms, change)
        for (const value of Object.values(burning.sim))
          expect(Number.isSafeInteger(value) && value >= -99_999 && value <= 1_000_000).toBe(true)
        for (const value of Object.values(burning.signals))
          expect(Number.isSafeInteger(value) && value >= 0 && value <= 1000).toBe(true)
      },
    ),
    { seed: 21, numRuns: 60 },
  )
})

test('SIM-1 SIM-2 an extinguisher empties in its discharge time, only unpinned, held and squeezed', () => {
  const unit = extinguisherSchema.parse({
    type: 'extinguisher',
    id: 'abc',
    entity: 'abc',
    agent: 'abc',
    dischargeMs: 14_000,
    pin: { entity: 'pin', state: 'pulled' },
  })
  const run = (held: boolean, squeeze: number, pin: string): { ms: number; left: number } => {
    let { sim } = extinguisher.initial(unit)
    const context: SimulationContext = {
      holderOf: () => (held ? 'ada' : undefined),
      squeezeOf: () => (held ? squeeze : 0),
      reading: () => undefined,
      stateOf: () => pin,
      signal: () => 0,
      variable: () => undefined,
    }
    let ms = 0
    for (; ms < 20_000; ms += 50) {
      const step = extinguisher.step(sim, context, unit, 50)
      sim = step.sim
      if (step.events.some((e) => e.what === 'tool-used')) break
    }
    return { ms, left: sim['leftMs'] ?? 0 }
  }
  expect(run(true, 100, 'pulled')).toEqual({ ms: 14_000, left: 0 })
  for (const idle of [run(false, 100, 'pulled'), run(true, 10, 'pulled'), run(true, 100, 'in')])
    expect(idle.left).toBe(14_000)
})
