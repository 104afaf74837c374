import { Quaternion, Vector3 } from 'three'
import { describe, expect, test } from 'vitest'
import type { PoseSample } from '#shared/poses/pose-sample.ts'
import { moving, play, sample, yaw } from './samples.fixture.ts'

describe('hands', () => {
  /** A fist that swings a tool: the wrist sits 6 cm behind the palm, turned with it. */
  const wielding = (ms: number): Partial<PoseSample> => {
    const turned = new Quaternion().fromArray(yaw(1.5 * Math.sin(ms / 150)))
    const palm = new Vector3(0.4 * Math.sin(ms / 150), 1.1 + 0.2 * Math.cos(ms / 150), -0.4)
    const wrist = new Vector3(0, 0.02, 0.06).applyQuaternion(turned).add(palm)
    return {
      right: {
        position: palm.toArray(),
        rotation: turned.toArray(),
        trigger: 1,
        joints: {
          wrist: { position: wrist.toArray(), rotation: turned.toArray() },
          rotations: Float32Array.from({ length: 96 }, (_, nth) => (nth % 4 === 3 ? 1 : 0)),
          scale: 1.1,
        },
      },
    }
  }

  test.each([
    ['in time', () => 0],
    ['late', (nth: number) => (nth % 13 === 12 ? 300 : 0)],
  ])('MOT-28 a held thing does not swim in the hand: %s', (_name, late) => {
    const away = new Vector3()
    const turned = new Quaternion()
    const wrist = new Quaternion()
    let [worstM, worstTurn, frames] = [0, 0, 0]
    play(
      moving(4, () => 0, wielding),
      ({ pose: { right } }) => {
        if (!right?.joints) return
        frames += 1
        turned.fromArray(right.rotation)
        away.fromArray(right.wrist.position).sub(new Vector3().fromArray(right.position))
        away.applyQuaternion(turned.clone().invert())
        worstM = Math.max(worstM, away.distanceTo(new Vector3(0, 0.02, 0.06)))
        worstTurn = Math.max(worstTurn, turned.angleTo(wrist.fromArray(right.wrist.rotation)))
        expect([right.trigger, right.scale.toFixed(3)]).toEqual([1, '1.100'])
      },
      { late },
    )
    expect(frames).toBeGreaterThan(300)
    expect(worstM).toBeLessThan(0.0005)
    expect(worstTurn).toBeLessThan(0.003)
  })

  test('MOT-22 fingers turn too', () => {
    const bent = (ms: number): Partial<PoseSample> => {
      const rotations = Float32Array.from({ length: 96 }, (_, nth) => (nth % 4 === 3 ? 1 : 0))
      rotations.set(yaw(ms / 1000), 20)
      const { right } = sample(0, 0)
      const wrist = { position: [0, 1, 0] as [number, number, number], rotation: yaw(0) }
      return { right: right && { ...right, joints: { wrist, rotations, scale: 1 } } }
    }
    let worst = 0
    play(
      moving(2, () => 0, bent),
      ({ pose: { right }, atMs }) => {
        if (!right?.joints || atMs < 0 || atMs > 1900) return
        const shown = new Quaternion().fromArray(right.joints, 20)
        worst = Math.max(worst, shown.angleTo(new Quaternion().fromArray(yaw(atMs / 1000))))
      },
    )
    expect(worst).toBeLessThan(1e-3)
  })

  test('gaze follows the head where no eyes are tracked', () => {
    const turned = yaw(0.7)
    const track = play(
      moving(
        1,
        () => 0,
        () => ({ head: { position: [0, 1.7, 0], rotation: turned } }),
      ),
      () => {},
    )
    expect([...track.pose.gaze].map((part) => part.toFixed(5))).toEqual(turned.map((part) => part.toFixed(5)))
  })
})
