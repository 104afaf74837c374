/** Above these a message is refused (`too-many`); the learner stays. */
export const INTENTS = { perSecond: 20, burst: 40 } as const
export const POSE_FRAMES = { perSecond: 100, burst: 100 } as const
export const MODERATIONS = { perSecond: 5, burst: 20 } as const
/** Of these, some have a limit of their own besides: what shows in everybody's scene, and what only changes by a person's hand. */
export const LIVE_ACTS = { perSecond: 10, burst: 40 } as const
export const PINGS = { perSecond: 2, burst: 4 } as const
/** What anybody may switch on and off; each time is in the log, and some of it in the records. */
export const SWITCHES = { perSecond: 1, burst: 10 } as const
export const WATCHES = { perSecond: 1, burst: 5 } as const
/** A clock that settles asks often at first. */
export const CLOCK_REQUESTS = { perSecond: 4, burst: 20 } as const
/** Above this the connection is closed: no honest client comes near it. */
export const MESSAGES_PER_SECOND = 240
/** Largest message a client may send. */
export const LARGEST_MESSAGE_BYTES = 16 * 1024
