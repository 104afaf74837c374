/** What drawing says in the scene and to screen readers, loaded with it. */
export const drawingEn = {
  'tool.stroke': 'Line',
  'tool.arrow': 'Arrow',
  'tool.circle': 'Circle',
  'tool.label': 'Words',
  'tool.measure': 'Measure',
  'tool.eraser': 'Eraser',
  chosen: '{tool}. Until it is put away, things cannot be handled.',
  away: 'The pen is put away. Things can be handled again.',
  erased: 'Deleted.',

  'refused.not-allowed': 'You may not do that. Whoever leads can let you draw.',
  'refused.too-many': 'There is no room for more drawings. Delete some first.',
  'refused.too-long': 'That is too long.',
  'refused.unknown-thing': 'What you drew on is not there any more.',
  'refused.nothing-to-undo': 'There is nothing of yours to take back.',
  'refused.not-now': 'This could not be drawn now: the session is not running, or the connection is lost.',
  'refused.storage-unavailable': 'This drawing could not be stored. Try again.',
  'refused.other': 'This could not be drawn.',
} as const
