import { useCallback, useEffect, useState } from 'react'
import type { ApiResult, Problem } from '#client/problem.ts'

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; problem: Problem }
  | { state: 'ready'; value: T }

/** Loads once, and again when asked. `load` must keep its identity. */
export function useLoaded<T>(load: () => Promise<ApiResult<T>>): [Loaded<T>, reload: () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  const reload = useCallback(() => {
    void load().then((result) =>
      setLoaded(
        result.ok ? { state: 'ready', value: result.value } : { state: 'failed', problem: result.problem },
      ),
    )
  }, [load])
  useEffect(reload, [reload])
  return [loaded, reload]
}
