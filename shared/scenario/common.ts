import { z } from 'zod'

// Here, because every schema of the documents imports this file before it is made: zod would otherwise try `new Function`.
z.config({ jitless: true })

// Document ids are kebab-case words, joined by dots where one thing belongs to another ("ext-co2.pin").
export const documentId = z
  .string()
  .max(64)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/,
    'an id is lower-case words joined by "-" or "."',
  )

/** A thing as a session names it: an entity's id, of a personal one with the number of its owner ("own-lock@2"). */
export const thingId = z
  .string()
  .max(68)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*(@[1-9]\d{0,2})?$/)

/** Text in every language of the document: BCP 47 tag → text. */
export const languageMap = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  z.string().min(1).max(1000),
)
export type LanguageMap = z.infer<typeof languageMap>

export const iri = z
  .string()
  .max(300)
  .regex(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i, 'an absolute IRI')
export const semver = z
  .string()
  .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'a semantic version such as 1.0.0')
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const coordinate = z.number().min(-1000).max(1000)
/** Metres, Y up, right-handed, in the workplace frame. */
export const vector3 = z.tuple([coordinate, coordinate, coordinate])
export type Vector3 = z.infer<typeof vector3>
/** Unit quaternion x y z w. */
export const quaternion = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Quaternion = z.infer<typeof quaternion>

export const milliseconds = z.int().min(0).max(86_400_000)
