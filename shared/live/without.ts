export function without(list: readonly string[], person: string): readonly string[] {
  return list.includes(person) ? list.filter((each) => each !== person) : list
}
