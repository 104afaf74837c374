import { placeOf } from './place-of.ts'

/** One thing that is wrong with a document: where, why, and how to mend it. */
export interface Finding {
  /** Stable word for machines, e.g. `unknown-entity`. */
  readonly code: string
  /** An `error` keeps a version from being published or served, a `warning` wants a human eye. */
  readonly severity: 'error' | 'warning'
  readonly document: 'scenario' | 'workplace'
  /** JSON Pointer (RFC 6901) into the document. */
  readonly path: string
  /** The same for people: "step 'pull-pin', transition 2". */
  readonly place: string
  readonly message: string
  readonly mend: string
}

export type Path = readonly (string | number)[]

export interface Wrong {
  readonly code: string
  readonly severity?: Finding['severity']
  readonly document?: Finding['document']
  readonly path: Path
  readonly message: string
  readonly mend: string
}

/** Names the place of a fault in `root`, the document that the path leads into. */
export function findingIn(root: unknown, wrong: Wrong): Finding {
  const { code, severity = 'error', document = 'scenario', path, message, mend } = wrong
  return {
    code,
    severity,
    document,
    path: pointerOf(path),
    place: placeOf(root, path, document),
    message,
    mend,
  }
}

/** RFC 6901; the empty path is the whole document. */
export function pointerOf(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
