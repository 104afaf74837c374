import type { DrawingTool } from '../drawing/drawing-port.ts'
import type { PanelWords } from './panel-words.ts'
import type { Page, SheetButton, SheetSubject } from './sheet-page.ts'

const tools = [
  'stroke',
  'arrow',
  'circle',
  'measure',
  'label',
  'eraser',
] as const satisfies readonly DrawingTool[]

/** Tools, colour by colour, and taking back. */
export function drawPage(
  { tool, color, colors, drawn }: SheetSubject['drawing'],
  { g, l }: PanelWords,
): Page {
  const next = (color + 1) % Math.max(1, colors.length)
  const colour = colors[color]
  const buttons: SheetButton[] = tools.map((each) => ({
    id: `tool ${each}`,
    label: l(`draw.${each}`),
    does: { draw: each === tool ? null : each },
    pressed: each === tool,
  }))
  if (colour)
    buttons.push({
      id: 'colour',
      label: g('panel.colour', { colour: l(`draw.color.${colour.id}`) }),
      does: { draw: tool ?? 'stroke', color: next },
    })
  if (drawn) buttons.push({ id: 'undo', label: l('draw.undo'), does: { undo: true } })
  return { title: l('draw.title'), text: tool === null ? l('draw.how') : g('panel.drawText'), buttons }
}
