import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { LIVE_LIMITS } from '#shared/live/limits.ts'
import type { LeadingText } from '#client/i18n/leading.ts'
import type { DrawingTools } from '#client/runtime/drawing/drawing-port.ts'
import { Dialog } from '#client/ui/dialog.tsx'

/** Asks for a label's words when the drawing wants them. */
export function LabelDialog({ l, drawing }: { l: LeadingText; drawing: DrawingTools }) {
  const [asked, setAsked] = useState(false)
  const [text, setText] = useState('')
  const answer = useRef<(words: string | null) => void>(() => {})
  useEffect(
    () =>
      drawing.askWith(
        () =>
          new Promise((resolve) => {
            answer.current(null)
            answer.current = resolve
            setText('')
            setAsked(true)
          }),
      ),
    [drawing],
  )
  function tell(words: string | null) {
    setAsked(false)
    answer.current(words)
    answer.current = () => {}
  }
  function write(event: FormEvent) {
    event.preventDefault()
    tell(text.trim())
  }
  if (!asked) return null
  return (
    <Dialog title={l('draw.label')} onClose={() => tell(null)}>
      <form className="dialog__form" onSubmit={write}>
        <label className="field">
          <span className="label">{l('draw.text')}</span>
          <input
            maxLength={LIVE_LIMITS.labelChars}
            value={text}
            // The browser gives it the focus when it opens the dialog; React's autoFocus comes too early.
            ref={(field) => field?.setAttribute('autofocus', '')}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <button type="submit" className="button button--primary" disabled={text.trim() === ''}>
          {l('draw.put')}
        </button>
      </form>
    </Dialog>
  )
}
