import type { ClientEntity } from '#shared/protocol/views.ts'

/** `personal-lock@2` is the personal lock of the second person who came in. */
export function isInstance(id: string): boolean {
  return id.includes('@')
}

/** The entity in the documents; of what is nobody's own it is the id itself. */
export function templateOf(id: string): string {
  const at = id.indexOf('@')
  return at < 0 ? id : id.slice(0, at)
}

/** Whose it is: the number of the person; 0 for what is nobody's own. */
export function numberOf(id: string): number {
  return Number(id.split('@')[1] ?? 0)
}

/** The template's document as this person has it: shifted, and called by the number so that names tell such things apart. */
export function instanceDocument(template: ClientEntity, id: string): ClientEntity {
  const before = numberOf(id) - 1
  const [x, y, z] = template.position
  const [dx, dy, dz] = template.personal?.offset ?? [0, 0, 0]
  return {
    ...template,
    id,
    position: [x + dx * before, y + dy * before, z + dz * before],
    name: Object.fromEntries(
      Object.entries(template.name).map(([language, name]) => [language, `${name} ${before + 1}`]),
    ),
  }
}
