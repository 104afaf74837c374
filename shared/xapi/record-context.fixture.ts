import type { RecordContext } from './statements-of.ts'

/** 2026-11-23T20:00:00Z */
export const NOW = 1795464000000
export const learner = '0b9e1f6a-92b8-4a8f-9b0e-000000000001'
export const iri = 'https://w3id.org/sightline/scenarios/use-extinguisher'

export const context: RecordContext = {
  session: '0b9e1f6a-92b8-4a8f-9b0e-0000000000aa',
  registration: '0b9e1f6a-92b8-4a8f-9b0e-0000000000bb',
  revision: 0,
  homePage: 'https://example.sightline.invalid',
  learner,
  mode: 'guided',
  engineVersion: 1,
  scenario: {
    iri,
    version: '1.2.0',
    title: { en: 'Use an extinguisher', de: 'Feuerlöscher benutzen' },
    modes: { guided: mode('now', 'guided'), exam: mode('debrief', 'graded') },
    procedure: {
      type: 'sequence',
      id: 'all',
      of: [
        {
          type: 'sequence',
          id: 'decide',
          title: { en: 'Decide' },
          of: [{ type: 'step', id: 'raise-alarm', title: { en: 'Raise the alarm' }, transitions: [] }],
        },
        {
          type: 'step',
          id: 'aim',
          title: { en: 'Aim' },
          transitions: [{ mistake: { text: { en: 'Aimed too high' } } }],
        },
      ],
    },
    rules: [],
  },
  workplace: {
    iri: 'https://w3id.org/sightline/workplaces/kitchen-office',
    title: { en: 'Kitchen-office' },
    entities: [{ id: 'ext-co2', name: { en: 'CO2 extinguisher' } }],
  },
}

function mode(feedback: 'now' | 'debrief', record: 'guided' | 'graded') {
  return {
    hints: 'none',
    highlights: false,
    lockObjects: false,
    feedback,
    showSteps: true,
    timeLimitFactor: 1,
    passMark: 0.7,
    record,
  } as const
}
