import { useSyncExternalStore } from 'react'
import type { Readable } from '#client/runtime/readable.ts'

export function useReadable<T>(source: Readable<T>): T {
  return useSyncExternalStore(source.subscribe, source.get)
}
