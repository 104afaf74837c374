import type { Statement } from '#shared/xapi/statement.ts'

/**
 * What a statement can be found by, as texts: `verb:…`, `registration:…`, `agent:…`, `activity:…`, and for the related_…
 * filters `related-agent:…`, `related-activity:…` (xAPI 1.0.3 Communication 2.1.3). A filter is the same text.
 */
export function statementTerms(statement: Statement): string[] {
  const terms = new Set<string>([`verb:${statement.verb.id}`])
  if (statement.context?.registration !== undefined)
    terms.add(registrationTerm(statement.context.registration))
  addActor(terms, 'agent', statement.actor)
  addObject(terms, statement.object, ['agent', 'activity'])
  addRelated(terms, statement)
  if (statement.authority !== undefined) addActor(terms, 'related-agent', statement.authority)
  return [...terms]
}

type AnyActor = Statement['actor']
type AnyObject = Statement['object']
type Scope = 'agent' | 'related-agent'

export function registrationTerm(registration: string): string {
  return `registration:${registration.toLowerCase()}`
}

/** The actor's one identifier; undefined for an anonymous group. */
export function actorTerm(scope: Scope, actor: AnyActor): string | undefined {
  if (actor.mbox !== undefined) return `${scope}:mbox ${actor.mbox}`
  if (actor.mbox_sha1sum !== undefined) return `${scope}:sha1 ${actor.mbox_sha1sum.toLowerCase()}`
  if (actor.openid !== undefined) return `${scope}:openid ${actor.openid}`
  return actor.account && `${scope}:account ${actor.account.homePage} ${actor.account.name}`
}

function addActor(terms: Set<string>, scope: Scope, actor: AnyActor): void {
  const term = actorTerm(scope, actor)
  if (term !== undefined) terms.add(term)
  if (actor.objectType === 'Group') for (const member of actor.member ?? []) addActor(terms, scope, member)
}

function addObject(
  terms: Set<string>,
  object: AnyObject,
  [agentScope, activityScope]: [Scope, string],
): void {
  switch (object.objectType) {
    case 'Agent':
    case 'Group':
      return addActor(terms, agentScope, object)
    case 'StatementRef':
    case 'SubStatement':
      return
    case 'Activity':
    case undefined:
      terms.add(`${activityScope}:${object.id}`)
  }
}

type WithContext = Pick<Statement, 'actor' | 'context'> & { readonly object: AnyObject }

function addRelated(terms: Set<string>, { actor, object, context }: WithContext): void {
  addActor(terms, 'related-agent', actor)
  addObject(terms, object, ['related-agent', 'related-activity'])
  if (object.objectType === 'SubStatement') addRelated(terms, object)
  if (context === undefined) return
  const { contextActivities, instructor, team, contextAgents = [], contextGroups = [] } = context
  for (const list of Object.values(contextActivities ?? {})) {
    for (const { id } of list) terms.add(`related-activity:${id}`)
  }
  const others = [...contextAgents.map(({ agent }) => agent), ...contextGroups.map(({ group }) => group)]
  for (const other of [instructor, team, ...others])
    if (other !== undefined) addActor(terms, 'related-agent', other)
}
