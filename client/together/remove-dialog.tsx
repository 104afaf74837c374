import { Dialog } from '#client/ui/dialog.tsx'
import { useTogether } from './use-together.ts'

/** Removing cannot be undone, so it is asked twice; the harmless answer has the focus. */
export function RemoveDialog({
  name,
  onClose,
  onRemove,
}: {
  name: string
  onClose: () => void
  onRemove: () => void
}) {
  const { w } = useTogether()
  return (
    <Dialog title={w('remove.title', { name })} onClose={onClose}>
      <p>{w('remove.text')}</p>
      <div className="overlay__buttons">
        <button
          type="button"
          className="button"
          // The browser gives it the focus when it opens the dialog; React's autoFocus comes too early.
          ref={(button) => button?.setAttribute('autofocus', '')}
          onClick={onClose}
        >
          {w('remove.keep')}
        </button>
        <button type="button" className="button button--bad" onClick={onRemove}>
          {w('remove.do')}
        </button>
      </div>
    </Dialog>
  )
}
