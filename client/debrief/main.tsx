import { mountPage } from '#client/ui/mount-page.tsx'
import { DebriefPage } from './debrief-page.tsx'

void mountPage(<DebriefPage />)
