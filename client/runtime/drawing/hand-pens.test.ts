import { BoxGeometry, Group, Mesh, MeshBasicMaterial, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { createBody } from '../device/body.ts'
import type { Hand } from '../device/body.ts'
import { createHit } from '../interaction/pick.ts'
import type { DrawingTool } from './drawing-port.ts'
import { createHandPens } from './hand-pens.ts'
import { createSurfaceProbe } from './surface-probe.ts'

/** A wall at z = −1, and hands that point at it. */
function setUp() {
  const root = new Group()
  const wall = new Mesh(new BoxGeometry(4, 4, 0.2), new MeshBasicMaterial())
  wall.position.z = -1.1
  root.add(wall)
  root.updateMatrixWorld(true)
  const probe = createSurfaceProbe(root, { solids: [] })
  const heard: string[] = []
  const state = { tool: null as DrawingTool | null, busy: false }
  const pens = createHandPens(probe, {
    tool: () => state.tool,
    isBusy: () => state.busy,
    down(spot) {
      heard.push(`down ${spot.touches ? 'on' : 'air'} ${spot.point.z.toFixed(2)}`)
      state.busy = true
    },
    move: (spot, look) =>
      heard.push(`move ${spot.touches ? 'on' : 'air'} ${spot.point.z.toFixed(2)}${look ? ' look' : ''}`),
    up() {
      heard.push('up')
      state.busy = false
    },
    holds: () => undefined,
  })
  const body = createBody()
  const hold = (hand: Hand, z: number, trigger: number) => {
    hand.present = true
    hand.kind = 'controller'
    hand.tip.set(0, 0, z)
    hand.rayOrigin.set(0, 0, z + 0.03)
    hand.rayDirection.set(0, 0, -1)
    hand.trigger = trigger
  }
  /** One frame: hands are read, point at panels or not, and draw. */
  function frame(z: number, trigger: number, { left = false, onPanel = false } = {}) {
    hold(left ? body.left : body.right, z, trigger)
    if (!onPanel) for (const hand of [body.left, body.right]) pens.surface.point(hand, createHit())
    pens.update(1 / 72, body, 'right')
    return heard.splice(0)
  }
  return { pens, state, body, frame }
}

test('DRAW-19 a line is drawn at the tip: in the air, or onto a surface within 3 cm, where it then stays for 8', () => {
  const { state, frame } = setUp()
  state.tool = 'stroke'
  expect(frame(-0.5, 0)).toEqual([])
  expect(frame(-0.5, 1)).toEqual(['down air -0.50'])
  // In the air it stays in the air.
  expect(frame(-0.98, 1)).toEqual(['move air -0.98'])
  expect(frame(-0.9, 0)).toEqual(['move air -0.90', 'up'])
  expect(frame(-0.98, 1)).toEqual(['down on -1.00'])
  expect(frame(-0.93, 1)).toEqual(['move on -1.00'])
  expect(frame(-0.9, 1)).toEqual(['move air -0.90'])
})

test('DRAW-19 anything else is also drawn where the hand points', () => {
  const { state, frame, pens } = setUp()
  state.tool = 'arrow'
  expect(frame(-0.2, 1)).toEqual(['down on -1.00'])
  expect(frame(-0.2, 1)).toEqual(['move on -1.00 look'])
  expect(frame(-0.98, 0)).toEqual(['move on -1.00', 'up'])
  expect(pens.spot?.distance).toBeCloseTo(new Vector3(0, 1.6, 0).distanceTo(new Vector3(0, 0, -1)), 6)
})

test('DRAW-17 while a tool is chosen hands act on nothing but panels, and on those they do not draw', () => {
  const { state, frame, pens, body } = setUp()
  const hit = createHit()
  expect([pens.surface.point(body.right, hit), pens.surface.poke(body.right)]).toEqual([false, false])
  expect(frame(-0.5, 1)).toEqual([])
  frame(-0.5, 0)
  state.tool = 'stroke'
  expect([pens.surface.point(body.right, hit), pens.surface.poke(body.right), hit.target]).toEqual([
    true,
    true,
    null,
  ])
  frame(-0.5, 0)
  expect(frame(-0.5, 1, { onPanel: true })).toEqual([])
  expect(frame(-0.5, 1)).toEqual([])
})

test('DRAW-19 either hand draws, one at a time', () => {
  const { state, frame } = setUp()
  state.tool = 'stroke'
  frame(-0.5, 0)
  expect(frame(-0.6, 1, { left: true })).toEqual(['down air -0.60'])
  expect(frame(-0.5, 1)).toEqual(['move air -0.60'])
})
