import { rights, type Deed, type Right, type Standing, type Whose } from './permissions.ts'

const standings: readonly Standing[] = ['leader', 'host', 'participant', 'spectator']

const words: Readonly<Record<Right, string>> = {
  yes: 'yes',
  drawing: 'while allowed to draw',
  speaking: 'while allowed to speak',
  named: 'while allowed to speak by name',
  passed: 'who passed it on',
}

const about: Readonly<Record<Deed, string>> = {
  lead: 'take the attention',
  pass: 'give the attention to somebody',
  'let-go': 'nobody leads any more',
  'follow-me': 'call everybody to follow',
  summon: 'ask to come to a place',
  spotlight: 'show one view to all',
  'share-view': 'let others see the own view, or not',
  'pause-all': 'stop the procedure for all, let it go on',
  step: 'take a step as done, leave it out, go back',
  hint: 'words for one person',
  'raise-hand': 'raise and lower the hand',
  'lower-hand': 'a hand has been seen to',
  allow: 'let somebody, or everybody, draw or speak',
  ping: 'a sign that stays a moment',
  'look-here': 'ask everybody to look there',
  draw: 'begin an annotation',
  'draw-on': 'go on with it',
  erase: 'take an annotation away',
  undo: 'take the own last one away',
  'erase-all': 'take all away',
  'ask-help': 'ask for help with the step',
  help: 'come to help who asked',
  'take-over': 'act for whom one helps, for this step',
  'hand-back': 'end that',
  polls: 'how often followers are asked',
  'ask-next': 'ask now what comes next',
  answer: 'answer that',
  watch: 'look through, beside or with somebody',
  speak: 'be heard',
}

/** The matrix for people to read; `docs/live-permissions.md` is this text. */
export function permissionsTable(): string {
  const rows = (Object.keys(rights) as Deed[]).flatMap((deed) =>
    (['own', 'other'] as const)
      .filter((whose) => rights[deed][whose] !== undefined)
      .map((whose) => rowOf(deed, whose)),
  )
  return [
    '# Who may do what in a live session',
    '',
    '<!-- Written by `npm run permissions` from shared/live/permissions.ts. -->',
    '',
    'Everything that does not stand here is denied. *Leader*: has the attention. *Host*: an instructor, or the participant who',
    'began the run. Who is both may what either may. *Own*: about oneself or what one made; *other*: about somebody else, or',
    'everybody. What one may do may still not be possible just now: each refusal says why (`LiveRefusal` in',
    'shared/live/acts.ts). Who is muted is not heard, whatever stands here.',
    '',
    `| act | what it is | whose | ${standings.join(' | ')} |`,
    `| --- | --- | --- |${' --- |'.repeat(standings.length)}`,
    ...rows,
    '',
  ].join('\n')
}

function rowOf(deed: Deed, whose: Whose): string {
  const cells = standings.map((standing) => {
    const right = rights[deed][whose]?.[standing]
    return right === undefined ? '–' : words[right]
  })
  return `| \`${deed}\` | ${about[deed]} | ${whose} | ${cells.join(' | ')} |`
}
