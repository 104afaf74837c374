import { useEffect, useRef } from 'react'
import type { Thumbnails } from '#client/leading/eyes-port.ts'

const width = 320
const height = 180

/** What one person sees, drawn by the scene from their poses. */
export function Thumbnail({ person, thumbnails }: { person: string; thumbnails: Thumbnails }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(
    () => (canvas.current ? thumbnails.show(person, canvas.current) : undefined),
    [person, thumbnails],
  )
  return <canvas className="card__picture" ref={canvas} width={width} height={height} aria-hidden="true" />
}
