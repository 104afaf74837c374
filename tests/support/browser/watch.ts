import type { Page } from 'playwright-core'

export type Watch = {
  /** Console errors, uncaught errors, and requests to another host, in order. A clean run leaves it empty. */
  readonly problems: readonly string[]
  /** Every URL that was asked for, websockets included. */
  readonly requests: readonly string[]
}

/** Records what a page must not do. Call before the first navigation. */
export function watch(page: Page, origin: string): Watch {
  const problems: string[] = []
  const requests: string[] = []
  const ask = (url: string) => {
    requests.push(url)
    if (isForeign(url, origin)) problems.push(`foreign request: ${url}`)
  }
  page.on('request', (request) => ask(request.url()))
  page.on('websocket', (socket) => ask(socket.url()))
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`)
  })
  return { problems, requests }
}

/** Another host than the server's. Its two ports, and what never leaves the page, are at home. */
export function isForeign(url: string, origin: string): boolean {
  const { protocol, hostname } = new URL(url)
  return /^(https?|wss?):$/.test(protocol) && hostname !== new URL(origin).hostname
}
