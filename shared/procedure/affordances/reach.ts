import { z } from 'zod'

/** Overrides the affordance's own reach, mm. */
export const reachMm = z.int().min(100).max(50_000).optional()
