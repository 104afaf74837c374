import type { CatalogueOf } from './translate.ts'
import type { drawingEn } from './drawing-en.ts'

export const drawingEs: CatalogueOf<typeof drawingEn> = {
  'tool.stroke': 'Línea',
  'tool.arrow': 'Flecha',
  'tool.circle': 'Círculo',
  'tool.label': 'Texto',
  'tool.measure': 'Medida',
  'tool.eraser': 'Borrador',
  chosen: '{tool}. Hasta que se guarde, no se puede manejar nada.',
  away: 'El lápiz está guardado. Se puede volver a manejar todo.',
  erased: 'Borrado.',

  'refused.not-allowed': 'No tienes permiso. Quien dirige puede dejarte dibujar.',
  'refused.too-many': 'No caben más dibujos. Borra antes alguno.',
  'refused.too-long': 'Es demasiado largo.',
  'refused.unknown-thing': 'Aquello sobre lo que dibujabas ya no está.',
  'refused.nothing-to-undo': 'No hay nada tuyo que deshacer.',
  'refused.not-now': 'Ahora no se ha podido dibujar: la sesión no está en marcha o no hay conexión.',
  'refused.storage-unavailable': 'No se ha podido guardar este dibujo. Inténtalo de nuevo.',
  'refused.other': 'No se ha podido dibujar.',
}
