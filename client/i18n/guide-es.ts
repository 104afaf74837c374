import type { guideEn } from './guide-en.ts'
import type { CatalogueOf } from './translate.ts'

export const guideEs: CatalogueOf<typeof guideEn> = {
  'name.unknown': 'Alguien',

  'ping.thing': '{name} señala: {thing}.',
  'ping.place': '{name} señala un lugar.',
  'ping.nothing': 'Ahí no hay nada que señalar.',
  'look.tag': 'Mira aquí · {name}',
  'come.tag': 'Ven aquí · {name}',
  'come.place': 'el lugar al que te llamaron',
  'ghost.tag': 'Manos de {name}',
  'gaze.head': 'El anillo indica hacia dónde gira la cabeza {name}, no sus ojos.',
  'gaze.eyes': 'El anillo indica adónde mira {name}.',

  'panel.open': 'Juntos',
  'panel.answer': 'Responder',
  'panel.close': 'Volver a la tarea',
  'panel.aim': 'Apunta y pulsa el gatillo o junta los dedos.',
  'panel.tab.answer': 'Avisos',
  'panel.tab.watch': 'Mirar',
  'panel.tab.show': 'Mostrar',
  'panel.tab.draw': 'Dibujar',
  'panel.tab.lead': 'Dirigir',
  'panel.waiting': 'A la espera de {names}',
  'panel.others': 'los demás',
  'panel.watch': '¿Mirar con {name}?',
  'panel.watching': 'Miras con {name}',
  'panel.free': 'Mis ojos',
  'panel.back': '10 s atrás',
  'panel.guide': 'Mostrar y pedir',
  'panel.guideText': 'El botón superior del mando también señala al momento.',
  'panel.share': 'Compartir mi vista',
  'panel.private': 'Mi vista, privada',
  'panel.ask': 'Preguntar qué sigue',
  'panel.colour': 'Color: {colour}',
  'panel.drawText': 'Mantén el gatillo para dibujar. Mientras tanto no se manejan cosas.',
}
