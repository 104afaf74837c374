/** The values statements are made of (xAPI Data 4, Experience API 1.0.3 and IEEE 9274.1.1). */
import { z } from 'zod'

import { parseTimestamp } from './timestamp.ts'

// zod's default probes `new Function`, which the content security policy forbids.
z.config({ jitless: true })

const iriPattern = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i
const languageTagPattern = /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8}|x|i)(?:-[a-z0-9]{1,8})*$/i
const durationPattern =
  /^P(?:\d+(?:\.\d+)?W|(?=\d|T\d)(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?D)?(?:T(?=\d)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?)$/

export const iri = z.string().regex(iriPattern, 'must be an absolute IRI')
export const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a UUID')
export const mbox = z.string().regex(/^mailto:[^\s@]+@[^\s@]+$/, 'must be mailto: and an e-mail address')
export const sha1 = z.string().regex(/^[0-9a-f]{40}$/i, 'must be 40 hexadecimal digits')
export const sha2 = z
  .string()
  .regex(/^(?:[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i, 'must be a SHA-2 hash in hexadecimal digits')
export const languageTag = z.string().regex(languageTagPattern, 'must be a language tag (RFC 5646)')
export const languageMap = z.record(languageTag, z.string())
export const mediaType = z
  .string()
  .regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;.*)?$/, 'must be a media type (RFC 2046)')
export const duration = z.string().regex(durationPattern, 'must be an ISO 8601 duration such as PT1M30S')
export const timestamp = z
  .string()
  .refine(
    (text) => parseTimestamp(text) !== undefined,
    'must be a timestamp such as 2026-11-23T19:30:00.000Z',
  )
/** Keys are IRIs; values are any JSON, null included. */
export const extensions = z.record(iri, z.unknown())

export type LanguageMap = z.infer<typeof languageMap>
export type Extensions = z.infer<typeof extensions>
