import { Vector3 } from 'three'
import type { Object3D } from 'three'
import type { SessionLink } from '#client/net/session-link.ts'
import type { LiveParts } from '#client/runtime/live-parts.ts'
import type { Others } from '#client/runtime/others.ts'
import type { Things } from '#client/runtime/things/things.ts'

interface Watched {
  link: SessionLink
  others: Pick<Others, 'report'>
  things: Things
  eye: Object3D
  live: LiveParts
  frames(): number
}

const place = new Vector3()
const point = (v: Vector3) => v.toArray().map((value) => Math.round(value * 1000) / 1000)

/** Publishes `window.sightline` for a page that only watches; returns what takes it away. */
export function publishWatching({ link, others, things, eye, live, frames }: Watched): () => void {
  window.sightline = {
    report() {
      const world = link.world.get()
      const view = link.view.get()
      return {
        ready: view !== null,
        session: link.session,
        kind: link.me.kind,
        frame: frames(),
        tick: world.tick,
        status: link.status.get(),
        phase: view?.phase ?? null,
        eye: point(eye.getWorldPosition(place)),
        people: others.report(),
        live: live.get()?.report() ?? null,
        entities: Object.fromEntries(
          things.solids.map(({ id, object }) => [
            id,
            {
              position: point(object.getWorldPosition(place)),
              place: world.entities[id]?.place.kind ?? 'home',
              state: world.entities[id]?.state ?? null,
            },
          ]),
        ),
      }
    },
  }
  return () => delete window.sightline
}
