import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** What a surface that just appeared is there for: it gets the focus, so that a keyboard can answer at once. */
export function useFocusFirst<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null)
  useEffect(() => element.current?.focus(), [])
  return element
}
