import { Vector3 } from 'three'
import type { Object3D } from 'three'
import { panelStyle as style, pixels } from '../panels/panel-style.ts'
import type { Strip } from './strip.ts'

const offset = new Vector3()
const heightM = (style.widthM * style.heightPx) / style.widthPx
const gapM = (pixels(style.buttonGapDmm) * style.widthM) / style.widthPx

/** The sheet in the instruction panel's place, the strip along its lower edge. */
export function placePanel(task: Object3D, sheet: Object3D, strip: Pick<Strip, 'root' | 'heightM'>): void {
  for (const root of [sheet, strip.root]) root.quaternion.copy(task.quaternion)
  sheet.position.copy(task.position)
  offset.set(0, -(heightM / 2 + gapM + strip.heightM / 2), 0).applyQuaternion(task.quaternion)
  strip.root.position.copy(task.position).add(offset)
}
