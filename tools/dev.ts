import { createServer } from 'vite'

// The pages with hot reload, before a running server: `npm start` in one shell, `npm run dev` in another.
const target = `http://127.0.0.1:${process.env['PORT'] ?? '2567'}`
const server = await createServer({
  configFile: new URL('../vite.config.ts', import.meta.url).pathname,
  server: {
    host: '127.0.0.1',
    proxy: { '^/(api|xapi|assets/built|matchmake|healthz|readyz)': { target, ws: true } },
  },
})
await server.listen()
server.printUrls()
