import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { Watch } from './watch.ts'
import { watch } from './watch.ts'

export type OpenPage = { page: Page; context: BrowserContext; seen: Watch }

/**
 * A page of a person of its own (fresh cookies), watched from its first request.
 * Small by default: software rendering needs the time. Wait for `domcontentloaded` and then for frames, never for `load`.
 */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 640, height: 360 },
    ignoreHTTPSErrors: true,
    locale: 'en-GB',
    ...options,
  })
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  return { page, context, seen: watch(page, origin) }
}
