import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { leaveOut } from '../../../tools/vite/leave-out.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Folder with the production build of the two measuring pages. */
export async function buildPages(): Promise<string> {
  const outDir = here('../../../build/client-bench')
  await build({
    configFile: false,
    root: here('.'),
    logLevel: 'error',
    plugins: [react(), leaveOut()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2024',
      rolldownOptions: { input: [here('ours.html'), here('bare.html')], output: { keepNames: true } },
    },
  })
  return outDir
}
