import { Suspense, lazy, useState } from 'react'
import type { Drawn, DrawingTools } from '#client/runtime/drawing/drawing-port.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import { LeadingIcon } from './leading-icon.tsx'
import type { useLeading } from './use-leading.ts'

const AskTwice = lazy(async () => ({ default: (await import('#client/ui/ask-twice.tsx')).AskTwice }))

interface DrawnListProps {
  who: ReturnType<typeof useLeading>
  drawing: DrawingTools
  /** May delete everything at once. */
  maySweep: boolean
}

/** All that is drawn, to be read and deleted without pointing at it; what has the focus is shown in the scene. */
export function DrawnList({ who, drawing, maySweep }: DrawnListProps) {
  const { l, w, nameOf } = who
  const [sweeping, setSweeping] = useState(false)
  const drawn = useReadable(drawing.drawn)
  if (drawn.length === 0) return <p className="soft">{l('draw.empty')}</p>
  const shapeOf = ({ shape, color }: Drawn) => {
    const id = drawing.colors[color % drawing.colors.length]?.id
    return id === undefined ? l(`draw.${shape}`) : `${l(`draw.${shape}`)} · ${l(`draw.color.${id}`)}`
  }
  return (
    <div className="drawn">
      <ul>
        {drawn.map((each) => {
          const what = each.text ?? each.length ?? shapeOf(each)
          return (
            <li key={each.key}>
              <LeadingIcon name={each.shape} />
              <p>
                <strong>{what}</strong>
                <span className="soft">
                  {each.own ? w('who.you', { name: nameOf(each.by) }) : nameOf(each.by)}
                </span>
              </p>
              {each.mayErase && (
                <button
                  type="button"
                  className="tool"
                  aria-label={l('draw.erase', { what })}
                  title={l('draw.erase', { what })}
                  onFocus={() => drawing.point(each.key)}
                  onBlur={() => drawing.point(null)}
                  onPointerEnter={() => drawing.point(each.key)}
                  onPointerLeave={() => drawing.point(null)}
                  onClick={() => {
                    drawing.point(null)
                    drawing.erase(each.key)
                  }}
                >
                  <LeadingIcon name="erase" />
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {maySweep && (
        <button type="button" className="button button--bad" onClick={() => setSweeping(true)}>
          {l('draw.clear')}
        </button>
      )}
      <Suspense>
        {sweeping && (
          <AskTwice
            title={l('draw.clearTitle')}
            text={l('draw.clearText', { count: drawn.length })}
            keep={l('draw.keep')}
            go={l('draw.clear')}
            onClose={() => setSweeping(false)}
            onGo={() => {
              setSweeping(false)
              drawing.eraseAll()
            }}
          />
        )}
      </Suspense>
    </div>
  )
}
