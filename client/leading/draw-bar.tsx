import { useState } from 'react'
import { Icon } from '#client/ui/icon.tsx'
import type { DrawingTool, DrawingTools } from '#client/runtime/drawing/drawing-port.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import { DrawnList } from './drawn-list.tsx'
import { LabelDialog } from './label-dialog.tsx'
import { LeadingIcon } from './leading-icon.tsx'
import type { useLeading } from './use-leading.ts'
import './draw-bar.css'

const tools = ['stroke', 'arrow', 'circle', 'label', 'measure', 'eraser'] as const satisfies DrawingTool[]

interface DrawBarProps {
  who: ReturnType<typeof useLeading>
  drawing: DrawingTools
  maySweep: boolean
  onClose: () => void
}

/** Tools and colours to draw in the scene, and what is drawn as a list. */
export function DrawBar({ who, drawing, maySweep, onClose }: DrawBarProps) {
  const { l } = who
  const [listed, setListed] = useState(false)
  const tool = useReadable(drawing.tool)
  const color = useReadable(drawing.color)
  const frozen = useReadable(drawing.frozen)
  const drawn = useReadable(drawing.drawn)
  const may = useReadable(drawing.may)
  return (
    <section className="draw-bar" aria-label={l('draw.title')}>
      {listed && <DrawnList who={who} drawing={drawing} maySweep={maySweep} />}
      <p className="draw-bar__how soft">{l(may ? howOf(tool) : 'draw.mayNot')}</p>
      <div className="draw-bar__row">
        <fieldset className="draw-bar__tools" disabled={!may}>
          <legend className="visually-hidden">{l('draw.tool')}</legend>
          {tools.map((each) => (
            <label key={each} className="draw-tool" title={l(`draw.${each}`)}>
              <input
                type="radio"
                name="draw-tool"
                className="visually-hidden"
                aria-label={l(`draw.${each}`)}
                checked={tool === each}
                onChange={() => drawing.choose(each)}
              />
              <LeadingIcon name={each} />
            </label>
          ))}
        </fieldset>
        <fieldset className="draw-bar__tools" disabled={!may}>
          <legend className="visually-hidden">{l('draw.color')}</legend>
          {drawing.colors.map(({ id, colour, dash }, index) => (
            <label key={id} className="draw-tool" title={l(`draw.color.${id}`)}>
              <input
                type="radio"
                name="draw-color"
                className="visually-hidden"
                aria-label={l(`draw.color.${id}`)}
                checked={color === index}
                onChange={() => drawing.choose(tool, index)}
              />
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path
                  d="M3 12h18"
                  stroke={colour}
                  strokeWidth="6"
                  strokeDasharray={dash.map((length) => length * 2).join(' ')}
                />
              </svg>
            </label>
          ))}
        </fieldset>
        <Press icon="undo" label={l('draw.undo')} onPress={() => drawing.undo()} />
        <Press
          icon="freeze"
          label={l(frozen ? 'draw.thaw' : 'draw.freeze')}
          pressed={frozen}
          onPress={() => drawing.freeze(!frozen)}
        />
        <button
          type="button"
          className="tool"
          aria-expanded={listed}
          aria-label={`${l('draw.list')}: ${drawn.length}`}
          title={l('draw.list')}
          onClick={() => setListed(!listed)}
        >
          <Icon name="list" />
          <span className="tool__count">{drawn.length}</span>
        </button>
        <button
          type="button"
          className="tool"
          aria-label={l('draw.none')}
          title={l('draw.none')}
          onClick={() => {
            drawing.choose(null)
            drawing.freeze(false)
            onClose()
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      <LabelDialog l={l} drawing={drawing} />
    </section>
  )
}

function howOf(tool: DrawingTool | null) {
  switch (tool) {
    case null:
      return 'draw.how'
    case 'label':
      return 'draw.howLabel'
    case 'eraser':
      return 'draw.howEraser'
    case 'stroke':
      return 'draw.howStroke'
    default:
      return 'draw.howTwo'
  }
}

interface PressProps {
  icon: 'undo' | 'freeze'
  label: string
  pressed?: boolean
  onPress: () => void
}

function Press({ icon, label, pressed, onPress }: PressProps) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={label}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      onClick={onPress}
    >
      <LeadingIcon name={icon} />
    </button>
  )
}
