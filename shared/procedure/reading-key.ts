const known = new Map<string, Map<string, string>>()
const mostActors = 1000

/** Key of a person's reading in `state.sensors`. Remembered, because joining strings is most of what asking a condition costs. */
export function readingKey(actor: string, sensor: string): string {
  let ofActor = known.get(actor)
  if (!ofActor) {
    if (known.size >= mostActors) known.clear()
    ofActor = new Map()
    known.set(actor, ofActor)
  }
  let key = ofActor.get(sensor)
  if (key === undefined) {
    key = `${actor}/${sensor}`
    ofActor.set(sensor, key)
  }
  return key
}
