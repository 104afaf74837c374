import { mountPage } from '#client/ui/mount-page.tsx'
import { Lobby } from './lobby.tsx'

void mountPage(<Lobby />)
