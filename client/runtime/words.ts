/** What the runtime itself says, English unless the page hands over translations. `{name}` is filled in. */
export const englishWords = {
  'action.grab': 'Pick up',
  'action.release': 'Put down',
  'action.reach': 'Hold out a hand',
  'action.hand-over': 'Hand over',
  'action.press': 'Press',
  'action.toggle': 'Switch',
  'action.turn': 'Turn',
  'action.put': 'Put here',
  'action.pull': 'Pull the pin',
  'action.speak': 'Speak to',
  'action.squeeze': 'Squeeze the lever',
  'refused.too-far': '{name} is out of reach. Go closer.',
  'refused.locked': 'Not needed now.',
  'refused.locked-out': '{name} is held by a lock.',
  'refused.not-yours': 'That belongs to somebody else.',
  'refused.taken-over': 'Your helper acts for you.',
  'refused.not-now': 'Not possible now.',
  'refused.held-by-other': 'Somebody else is holding {name}.',
  'refused.held-by': '{who} is holding {name}.',
  'refused.hand-full': 'That hand is full.',
  'refused.pin-first': 'The pin is still in. Pull it first.',
  'refused.no-hint': 'There is no hint now.',
  'refused.no-pauses-left': 'No pauses are left.',
  'refused.storage-unavailable': 'This could not be stored. Try again.',
  'refused.other': 'That is not possible.',
  'done.grab': 'You hold {name}.',
  'done.release': '{name} is put down.',
  'done.reach': 'You hold out a hand for {name}.',
  'done.pull': 'The pin is out.',
  'done.press': '{name} pressed.',
  'done.toggle': '{name} switched.',
  'done.turn': '{name} turned.',
  'done.speak': 'You speak to {name}.',
  'person.instructor': 'Instructor',
  'walk.arrived': 'You are at {name}.',
  'walk.no-way': 'There is no way to {name}.',
  'panel.step': 'Step {number} of {of}',
  'panel.task': 'Your task',
  'panel.hint': 'Hint',
  'panel.pause': 'Pause',
  'panel.resume': 'Continue',
  'panel.begin': 'Begin',
  'panel.paused': 'Paused',
  'panel.paused-text': 'Nothing is lost. Continue when you are ready.',
  'panel.pauses-left': 'Pauses left: {count}',
  'panel.why': 'Why: ',
  'panel.ended-text': 'Take the headset off to see how it went.',
} as const

export type WordKey = keyof typeof englishWords
export type Words = (key: WordKey, params?: Record<string, string | number>) => string

export const english: Words = (key, params = {}) =>
  englishWords[key].replaceAll(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))

/** @param holder who has it, where that is the reason */
export function refusalWords(words: Words, reason: string, name: string, holder = ''): string {
  if (reason === 'held-by-other' && holder !== '') return words('refused.held-by', { name, who: holder })
  const key = `refused.${reason}`
  return words(isWordKey(key) ? key : 'refused.other', { name })
}

function isWordKey(key: string): key is WordKey {
  return key in englishWords
}
