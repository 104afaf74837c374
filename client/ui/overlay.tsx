import { useId } from 'react'
import type { ReactNode } from 'react'

/** Lies over the scene while what is below is inert. Not the browser's modal: Escape must not close what only the authority ends. */
export function Overlay({
  title,
  opaque = false,
  children,
}: {
  title: string
  opaque?: boolean
  children: ReactNode
}) {
  const id = useId()
  return (
    <dialog className="overlay" open data-opaque={opaque} aria-modal="true" aria-labelledby={id}>
      <div className="overlay__card">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
