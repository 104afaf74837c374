import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { leaveOut } from './tools/vite/leave-out.ts'
import { forbidModules } from './tools/vite/forbid-modules.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const pages = readdirSync(here('client/pages'))
  .filter((name) => name.endsWith('.html'))
  .map((name) => here(`client/pages/${name}`))

/** Every `client/pages/<page>.html` becomes `dist/client/pages/<page>.html`; what it loads lies hashed in `/static/`. */
export default defineConfig({
  root: here('client'),
  cacheDir: here('build/vite'),
  plugins: [
    react(),
    leaveOut(),
    forbidModules({
      zod: 'the server has parsed; import types only, or move the value to a file without zod',
    }),
  ],
  build: {
    outDir: here('dist/client'),
    emptyOutDir: true,
    assetsDir: 'static',
    // The content security policy knows no `data:` scripts or styles, and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: pages,
      // Libraries that register components by `Component.name` break when two names are mangled alike.
      output: { keepNames: true },
    },
  },
  worker: { format: 'es' },
})
