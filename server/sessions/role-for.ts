/** The one role of a run alone: the first that a human fills. */
export function roleFor(roles: readonly { readonly id: string; readonly fill: string }[]): string {
  return (roles.find(({ fill }) => fill === 'human') ?? roles[0])?.id ?? ''
}
