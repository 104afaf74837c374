/** Several may have the own devices rest: they do while one of them wants it. Each asks for a switch of its own. */
export function shareRest(rest: (on: boolean) => void): () => (on: boolean) => void {
  let wanted = 0
  return () => {
    let on = false
    return (next) => {
      if (next === on) return
      on = next
      wanted += next ? 1 : -1
      if (wanted === Number(next)) rest(next)
    }
  }
}
