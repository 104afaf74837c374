import type { Page } from 'playwright-core'

/** Hears all that comes to a page: bodies of HTTP answers (models and pictures left out) and WebSocket frames. */
export function listen(page: Page): { readonly frames: readonly string[]; everything(): Promise<string> } {
  const frames: string[] = []
  const bodies: Promise<string>[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) =>
      frames.push(typeof payload === 'string' ? payload : payload.toString('utf8')),
    ),
  )
  page.on('response', (response) => {
    if (!response.url().startsWith('http')) return // a picture inside the model
    if (!/\.(glb|webp|woff2?|js|css)(\?|$)/.test(response.url())) bodies.push(response.text().catch(() => ''))
  })
  return {
    frames,
    async everything() {
      return [...(await Promise.all(bodies)), ...frames].join('\n')
    },
  }
}
