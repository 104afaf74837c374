import type { Socket } from 'node:net'
import type { LinkModel } from './link-model.ts'

/** Above this nothing more is read: the sender feels a slow reader, as it would through a real network. */
const MOST_QUEUED_BYTES = 64 * 1024

/** Carries what `from` sends to `to`, as late as the model says; returns what starts it again after a stop. */
export function relay(from: Socket, to: Socket, link: LinkModel, isStopped: () => boolean): () => void {
  const queue: { dueMs: number; chunk: Buffer | null }[] = []
  let queuedBytes = 0
  let timer: NodeJS.Timeout | undefined

  function enqueue(chunk: Buffer | null) {
    const length = chunk?.length ?? 0
    queue.push({ dueMs: link.arrivalMs(performance.now(), length), chunk })
    queuedBytes += length
    if (queuedBytes > MOST_QUEUED_BYTES) from.pause()
    flow()
  }

  function flow(): void {
    clearTimeout(timer)
    const [first] = queue
    if (isStopped() || first === undefined || to.writableNeedDrain) return
    const waitMs = first.dueMs - performance.now()
    if (waitMs > 0) {
      timer = setTimeout(flow, waitMs)
      return
    }
    queue.shift()
    if (first.chunk === null) {
      to.end()
      return
    }
    queuedBytes -= first.chunk.length
    to.write(first.chunk)
    if (queuedBytes <= MOST_QUEUED_BYTES) from.resume()
    flow()
  }

  from.on('data', enqueue)
  from.on('end', () => enqueue(null))
  to.on('drain', flow)
  to.on('close', () => clearTimeout(timer))
  return flow
}
