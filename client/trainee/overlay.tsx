import { useId } from 'react'
import type { ReactNode } from 'react'

/** Lies over the scene while what is below is inert; the page itself stays usable (no trap: links leave it). */
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
    <div className="overlay" data-opaque={opaque} role="dialog" aria-modal="true" aria-labelledby={id}>
      <div className="overlay__card">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </div>
  )
}
