/** The option that a number key stands for, while nobody writes; null for any other key. */
export function optionOfKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'> & { target: unknown },
  options: readonly { id: string }[],
): string | null {
  const { key, ctrlKey, metaKey, altKey, repeat, target } = event
  if (ctrlKey || metaKey || altKey || repeat || writes(target)) return null
  return /^[1-9]$/.test(key) ? (options[Number(key) - 1]?.id ?? null) : null
}

function writes(target: unknown): boolean {
  const name = (target as { tagName?: string } | null)?.tagName
  return name === 'INPUT' || name === 'TEXTAREA' || name === 'SELECT'
}
