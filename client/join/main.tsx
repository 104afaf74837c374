import { mountPage } from '#client/ui/mount-page.tsx'
import { Join } from './join.tsx'

void mountPage(<Join />)
