import { mountPage } from '#client/ui/mount-page.tsx'
import { TrainPage } from './train-page.tsx'

void mountPage(<TrainPage />)
