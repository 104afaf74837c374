import { Dialog } from '#client/ui/dialog.tsx'

interface AskTwiceProps {
  title: string
  text: string
  /** The harmless answer: it has the focus. */
  keep: string
  go: string
  onClose: () => void
  onGo: () => void
}

/** What cannot be undone is asked twice. */
export function AskTwice({ title, text, keep, go, onClose, onGo }: AskTwiceProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div className="overlay__buttons">
        <button
          type="button"
          className="button"
          // The browser gives it the focus when it opens the dialog; React's autoFocus comes too early.
          ref={(button) => button?.setAttribute('autofocus', '')}
          onClick={onClose}
        >
          {keep}
        </button>
        <button type="button" className="button button--bad" onClick={onGo}>
          {go}
        </button>
      </div>
    </Dialog>
  )
}
