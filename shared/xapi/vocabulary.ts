/**
 * The IRIs Sightline writes. Layer 1: ADL/cmi5, read by every record store. Layer 2: the US Navy's Task Trainer
 * Simulation Profile, for scenario, task, step, tool and feedback. Layer 3: a profile of our own for the rest.
 */

const adl = 'http://adlnet.gov/expapi/verbs/'
const tinCan = 'http://id.tincanapi.com/verb/'
const navy = 'https://w3id.org/xapi/task-trainer-simulation/'
const navySimulation = 'https://w3id.org/xapi/simulation/'
const dodIsd = 'https://w3id.org/xapi/dod-isd/verbs/'
const assistance = 'https://xapi.elearn.rwth-aachen.de/definitions/assistanceSystem/'

/** Base of our own terms; a permanent-identifier redirect. */
export const sightline = 'https://w3id.org/sightline/xapi/'

export const verbs = {
  initialized: `${adl}initialized`,
  completed: `${adl}completed`,
  passed: `${adl}passed`,
  failed: `${adl}failed`,
  terminated: `${adl}terminated`,
  suspended: `${adl}suspended`,
  resumed: `${adl}resumed`,
  voided: `${adl}voided`,
  abandoned: 'https://w3id.org/xapi/adl/verbs/abandoned',
  skipped: `${tinCan}skipped`,
  used: `${navy}verbs/used`,
  received: `${navy}verbs/received`,
  wasGiven: `${assistance}verbs/wasGiven`,
  measured: `${dodIsd}measured`,
  observed: `${dodIsd}observed`,
  assisted: `${dodIsd}assisted`,
  answered: `${adl}answered`,
  annotated: 'https://w3id.org/xapi/acrossx/verbs/annotated',
  requestedAttention: `${tinCan}requested-attention`,
  coached: 'https://w3id.org/xapi/adb/verbs/coached',
  erred: `${sightline}verbs/erred`,
} as const

export const verbDisplay: Record<keyof typeof verbs, string> = {
  initialized: 'initialized',
  completed: 'completed',
  passed: 'passed',
  failed: 'failed',
  terminated: 'terminated',
  suspended: 'suspended',
  resumed: 'resumed',
  voided: 'voided',
  abandoned: 'abandoned',
  skipped: 'skipped',
  used: 'used',
  received: 'received',
  wasGiven: 'was given',
  measured: 'measured',
  observed: 'observed',
  assisted: 'assisted',
  answered: 'answered',
  annotated: 'annotated',
  requestedAttention: 'requested attention',
  coached: 'coached',
  erred: 'erred',
}

export const activityTypes = {
  simulation: 'http://adlnet.gov/expapi/activities/simulation',
  profile: 'http://adlnet.gov/expapi/activities/profile',
  objective: 'http://adlnet.gov/expapi/activities/objective',
  interaction: 'http://adlnet.gov/expapi/activities/cmi.interaction',
  tutorSession: 'http://id.tincanapi.com/activitytype/tutor-session',
  scenario: `${navy}activity-types/task-trainer-scenario`,
  task: `${navy}activity-types/task-trainer-task`,
  step: `${navy}activity-types/task-trainer-step`,
  tool: `${navy}activity-types/task-trainer-tool`,
  feedbackPerformance: `${navy}activity-types/feedback-performance`,
  feedbackCorrective: `${navy}activity-types/feedback-corrective`,
  feedbackError: `${navy}activity-types/feedback-error`,
  feedbackSafety: `${navy}activity-types/feedback-safety`,
  hint: `${assistance}activities/hint`,
  mistake: `${sightline}activity-types/mistake`,
} as const

/** Profile versions a statement conforms to, for `contextActivities.category`. */
export const profiles = {
  simulation: `${navySimulation}v1.0`,
  taskTrainerSimulation: `${navy}v1.0`,
  sightline: `${sightline}v1.0`,
} as const

export const extensionKeys = {
  simulationMode: `${navySimulation}extensions/simulation-mode`,
  elementRefDes: `${navySimulation}extensions/element-ref-des`,
  severity: 'http://id.tincanapi.com/extension/severity',
  measurement: 'http://id.tincanapi.com/extension/measurement',
  observer: 'http://id.tincanapi.com/extension/observer',
  attemptId: 'http://id.tincanapi.com/extension/attempt-id',
  mode: `${sightline}extensions/mode`,
  engineVersion: `${sightline}extensions/engine-version`,
  device: `${sightline}extensions/device`,
  role: `${sightline}extensions/role`,
  mistakeCategory: `${sightline}extensions/mistake-category`,
  hintLevel: `${sightline}extensions/hint-level`,
  hintKind: `${sightline}extensions/hint-kind`,
  hintAsked: `${sightline}extensions/hint-asked`,
  attempt: `${sightline}extensions/attempt`,
  mistakes: `${sightline}extensions/mistakes`,
  hints: `${sightline}extensions/hints`,
  measured: `${sightline}extensions/measured`,
  transition: `${sightline}extensions/transition`,
  outcome: `${sightline}extensions/outcome`,
  criteria: `${sightline}extensions/criteria`,
  passMark: `${sightline}extensions/pass-mark`,
  vetoedBy: `${sightline}extensions/vetoed-by`,
  /** Of the live session: through whose eyes and how, and to whom help was given. */
  watched: `${sightline}extensions/watched`,
  watchingWay: `${sightline}extensions/watching-way`,
  helped: `${sightline}extensions/helped`,
  help: `${sightline}extensions/help`,
  handedBackBecause: `${sightline}extensions/handed-back-because`,
  annotation: `${sightline}extensions/annotation`,
  /** Of a step: somebody stood in for a part of it, or who led moved on from it. */
  assistedBy: `${sightline}extensions/assisted-by`,
  movedBy: `${sightline}extensions/moved-by`,
  pauseReason: `${sightline}extensions/pause-reason`,
  event: `${sightline}extensions/event`,
  /** Engine milliseconds since the start, pauses left out. */
  sessionTime: `${sightline}extensions/session-time`,
} as const

/** The Navy profile's modes (context extension `simulation-mode`). */
export type SimulationMode = 'guided' | 'tutorial' | 'freeplay' | 'graded'
