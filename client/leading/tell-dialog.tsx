import { useState } from 'react'
import type { FormEvent } from 'react'
import { LIVE_LIMITS } from '#shared/live/limits.ts'
import type { LeadingText } from '#client/i18n/leading.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import type { Act } from './use-live-act.ts'

interface TellDialogProps {
  name: string
  to: string
  l: LeadingText
  act: Act
  onClose: () => void
}

/** Words for one person alone. */
export function TellDialog({ name, to, l, act, onClose }: TellDialogProps) {
  const [text, setText] = useState('')
  async function send(event: FormEvent) {
    event.preventDefault()
    if (await act({ act: 'hint', to, text: text.trim() })) onClose()
  }
  return (
    <Dialog title={l('tell.title', { name })} onClose={onClose}>
      <form className="dialog__form" onSubmit={(event) => void send(event)}>
        <label className="field">
          <span className="label">{l('tell.text')}</span>
          <textarea
            rows={3}
            maxLength={LIVE_LIMITS.hintChars}
            value={text}
            // The browser gives it the focus when it opens the dialog; React's autoFocus comes too early.
            ref={(field) => field?.setAttribute('autofocus', '')}
            onChange={({ target }) => setText(target.value)}
          />
          <span className="field__note">{l('tell.note', { count: LIVE_LIMITS.hintChars })}</span>
        </label>
        <button type="submit" className="button button--primary" disabled={text.trim() === ''}>
          {l('tell.send')}
        </button>
      </form>
    </Dialog>
  )
}
