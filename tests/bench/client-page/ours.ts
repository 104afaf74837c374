import { createTrainee } from '#client/runtime/trainer.ts'
import { openStage } from '#client/scene/stage.tsx'
import { acts, fakeLink } from './fake-link.ts'
import { settings } from './settings.ts'

// The trainee's room as the product opens it, over a link without a server.
const canvas = document.querySelector('canvas')
if (!canvas) throw new Error('the page has no canvas')
const stage = await openStage(canvas)
const trainee = await createTrainee({
  stage,
  link: await fakeLink(Number(new URLSearchParams(location.search).get('people') ?? 0)),
  settings,
  announce: (text) => console.info(text),
})
Object.assign(window, { bench: { stage, trainee, acts, enter: () => trainee.enterVr(), freeze() {} } })
