import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useText } from './text.tsx'

/** The browser's own modal dialog: focus stays inside, Escape closes, focus returns to what opened it. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useText()
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      className="dialog"
      ref={element}
      aria-labelledby={id}
      onClose={({ target, currentTarget }) => {
        // React lets the closing of a dialog within this one bubble.
        if (target === currentTarget) onClose()
      }}
    >
      <div className="dialog__head">
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          className="button button--quiet"
          aria-label={t('app.close')}
          onClick={() => element.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="dialog__body">{children}</div>
    </dialog>
  )
}
