import type { Page } from 'playwright-core'
import type { RunningServer } from '../start-server.ts'
import type { Vector } from './aim-quaternion.ts'
import { createHeadset } from './headset.ts'
import type { Hand, Headset, Tracked } from './headset.ts'
import { throwTowards } from './throw-towards.ts'

/** What `window.sightline` reports, as far as these runs read it. */
export interface Report {
  session: string
  frame: number
  tick: number
  phase: string | null
  paused: string | null
  step: string | null
  ended: string | null
  device: string
  head: { position: [number, number, number]; yaw: number }
  origin: { position: [number, number, number]; yaw: number }
  hands: Record<
    Hand,
    { hovers: string | null; holds: string | null; trigger: number; grip: [number, number, number] }
  >
  entities: Record<string, { position: [number, number, number]; place: string; state: string | null }>
  signals: Record<string, number>
  panel: string[]
  panelPosition: [number, number, number]
  caption: string
}

const EYE: Vector = [0, 1.6, 0]
/** Hands' resting places beside the body, device space. */
const REST: Record<Hand, Vector> = { left: [-0.22, 1.15, -0.35], right: [0.22, 1.15, -0.35] }

/**
 * The person in the headset, told where to look, point and go in the *workplace's* frame; time is the server's manual clock.
 */
export class Wearer {
  readonly headset: Headset
  readonly #page: Page
  readonly #server: RunningServer
  readonly #tracked: Tracked
  #tick = 0

  constructor(page: Page, server: RunningServer, tracked: Tracked) {
    this.headset = createHeadset(page)
    this.#page = page
    this.#server = server
    this.#tracked = tracked
  }

  report(): Promise<Report> {
    return this.#page.evaluate(() => {
      const { sightline } = window as { sightline?: { report(): unknown } }
      return sightline?.report() as Report
    })
  }

  /** Lets the session's time pass; what the headset shows now has been sent before. */
  async pass(ticks: number): Promise<Report> {
    const { session, tick } = await this.report()
    // Others in the run let time pass too.
    this.#tick = Math.max(this.#tick, tick) + ticks
    await this.#server.advance({ session, toTick: this.#tick })
    return this.report()
  }

  /** Lets frames be drawn and time pass, by turns, until it is so. */
  async until(what: string, isSo: (report: Report) => boolean, ticks = 4, turns = 60): Promise<Report> {
    let report = await this.report()
    for (let i = 0; i < turns && !isSo(report); i++) {
      await this.headset.frames(2)
      report = await this.pass(ticks)
    }
    if (!isSo(report)) throw new Error(`never so: ${what}\n${JSON.stringify(report, null, 1)}`)
    return report
  }

  async look(at: Vector): Promise<void> {
    await this.headset.lookAt(EYE, this.#toDevice(at, await this.report()))
    await this.headset.frames(2)
  }

  /** Points a hand's ray, from its resting place or from a place in the workplace. */
  async point(hand: Hand, at: Vector, from?: Vector): Promise<void> {
    const report = await this.report()
    const origin = from ? this.#toDevice(from, report) : REST[hand]
    await this.headset.aim(this.#tracked, hand, origin, this.#toDevice(at, report))
    await this.headset.frames(3)
  }

  /** Trigger or pinch, 0..1. */
  async squeeze(hand: Hand, value: number): Promise<void> {
    if (this.#tracked === 'controllers') await this.headset.button(hand, 'trigger', value)
    else await this.headset.pinch(hand, value)
    await this.headset.frames(3)
  }

  async click(hand: Hand): Promise<void> {
    await this.squeeze(hand, 1)
    await this.squeeze(hand, 0)
  }

  /** Teleports: thumbstick with a controller, pinch at the floor with a hand. */
  async goTo(x: number, z: number, hand: Hand = 'left'): Promise<void> {
    const report = await this.report()
    const from = REST[hand]
    await this.headset.aim(this.#tracked, hand, from, throwTowards(from, this.#toDevice([x, 0, z], report)))
    await this.headset.frames(3)
    if (this.#tracked === 'controllers') {
      await this.headset.stick(hand, 0, -1)
      await this.headset.frames(3)
      await this.headset.stick(hand, 0, 0)
      await this.headset.frames(3)
    } else await this.click(hand)
    const { head } = await this.report()
    if (Math.hypot(head.position[0] - x, head.position[2] - z) > 0.15)
      throw new Error(`did not get to ${x}, ${z} but to ${head.position.join(', ')}`)
  }

  /** device = origin⁻¹ × workplace */
  #toDevice([x, y, z]: Vector, { origin }: Report): Vector {
    const yaw = (origin.yaw * Math.PI) / 180
    const dx = x - origin.position[0]
    const dz = z - origin.position[2]
    return [
      dx * Math.cos(yaw) - dz * Math.sin(yaw),
      y - origin.position[1],
      dx * Math.sin(yaw) + dz * Math.cos(yaw),
    ]
  }
}
