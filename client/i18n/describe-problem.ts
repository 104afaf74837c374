import type { Refusal } from '#shared/procedure/intent.ts'
import type { TextKey, Translate } from './translate.ts'

const known = {
  offline: 'problem.offline',
  unknown: 'problem.unknown',
  'needs-grant': 'problem.needs-grant',
  'too-many': 'problem.too-many',
  ended: 'problem.ended',
  elsewhere: 'problem.elsewhere',
  left: 'problem.left',
  removed: 'problem.removed',
  locked: 'problem.locked',
  'role-full': 'problem.role-full',
  'session-full': 'problem.session-full',
  running: 'problem.running',
  'storage-unavailable': 'problem.storage-unavailable',
} as const satisfies Record<string, TextKey>

/** The server's "no" in the person's language; for a code we do not know, the server's own sentence. */
export function describeProblem(t: Translate, problem: { code: string; message: string }): string {
  const key = Object.hasOwn(known, problem.code) ? known[problem.code as keyof typeof known] : undefined
  return key ? t(key) : problem.message || t('problem.other', { code: problem.code })
}

export function describeRefusal(t: Translate, reason: Refusal): string {
  return t(`refusal.${reason}`)
}
