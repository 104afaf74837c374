import { Suspense } from 'react'
import { mountPage } from '#client/ui/mount-page.tsx'
import { LivePage } from './live-page.tsx'

void mountPage(
  <Suspense>
    <LivePage />
  </Suspense>,
)
