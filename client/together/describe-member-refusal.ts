import type { MemberRefusal } from '#shared/protocol/members.ts'
import { describeRefusal } from '#client/i18n/describe-problem.ts'
import type { TogetherText } from '#client/i18n/together.ts'
import type { Translate } from '#client/i18n/translate.ts'

/** A "no" to moderation in the person's language. */
export function describeMemberRefusal(t: Translate, w: TogetherText, reason: MemberRefusal): string {
  switch (reason) {
    case 'unknown-person':
    case 'unknown-role':
    case 'role-full':
    case 'no-bot':
      return w(`refused.${reason}`)
    default:
      return describeRefusal(t, reason)
  }
}
