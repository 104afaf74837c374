import { Hono } from 'hono'
import { join } from 'node:path'
import type { HttpContext, HttpEnv } from './http-env.ts'
import { refusals, refuse } from './refuse.ts'
import { serveFolder } from './static-files.ts'

/** Address → page of the client. What follows the first part is read by the page itself. */
const pages: Record<string, string> = {
  '/': 'lobby',
  '/train': 'train',
  '/join': 'join',
  '/live': 'live',
  '/debrief': 'debrief',
}

/** The client's pages and files, and the models. `root` is the package folder with `dist/client` and `assets/built`. */
export function pagesApp(root: string): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  const client = serveFolder(join(root, 'dist/client'))
  const assets = serveFolder(join(root, 'assets/built'))

  async function page({ req }: HttpContext, name: string, status = 200): Promise<Response | undefined> {
    return client(req.raw, `pages/${name}.html`, { status })
  }

  app.on(
    ['GET', 'HEAD'],
    '/assets/built/*',
    async ({ req }) =>
      (await assets(req.raw, decode(req.path).slice('/assets/built/'.length))) ??
      refuse(refusals.unknown('asset', 'Assets are listed by the scenario that uses them.')),
  )
  app.on(
    ['GET', 'HEAD'],
    '/static/*',
    async ({ req }) =>
      (await client(req.raw, decode(req.path).slice(1), { immutable: true })) ??
      refuse(refusals.unknown('file', 'Reload the page: the server was updated.')),
  )

  app.on(['GET', 'HEAD'], '/*', async (context) => {
    const path = context.req.path
    const first = path === '/' ? '/' : `/${path.split('/')[1] ?? ''}`
    const name = Object.hasOwn(pages, first) ? pages[first] : undefined
    if (name !== undefined) return (await page(context, name)) ?? context.html(notBuilt, 503)
    const file = await client(context.req.raw, decode(path).slice(1))
    if (file !== undefined && !path.endsWith('.html') && path !== '/manifest.json') return file
    if (!(context.req.header('accept') ?? '').includes('text/html'))
      return refuse(refusals.unknown('address', 'The lobby is at /.'))
    return (await page(context, 'not-found', 404)) ?? context.html(notFound, 404)
  })

  return app
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}

const shell = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1>${body}</html>`
const notFound = shell(
  'There is no such page',
  '<p>The address may be mistyped or the page may have moved.</p><p><a href="/">Go to the lobby</a> to see what there is to train.</p>',
)
const notBuilt = shell(
  'The pages are not built yet',
  '<p>This server runs without its web pages. Run <code>npm start</code>, which builds them, or <code>npm run build</code>.</p>',
)
