import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { settings } from '#client/settings/settings.ts'
import { TextProvider, loadText } from './text.tsx'
import './tokens.css'
import './base.css'
import './controls.css'

/** Draws a page into `#page` in the person's language. */
export async function mountPage(page: ReactNode): Promise<void> {
  const followMotion = () => {
    document.documentElement.dataset['motion'] = settings.get().reducedMotion ? 'reduced' : 'full'
  }
  followMotion()
  settings.subscribe(followMotion)
  const element = document.querySelector('#page')
  if (!element) throw new Error('the page has no #page element')
  const initial = await loadText(settings.get().language)
  createRoot(element).render(<TextProvider initial={initial}>{page}</TextProvider>)
}
