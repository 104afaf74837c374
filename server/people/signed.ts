import { createHmac, timingSafeEqual } from 'node:crypto'

/** `<text>.<HMAC-SHA-256>`; `purpose` keeps a signature made for one thing from serving another. */
export function sign(key: string, purpose: string, text: string): string {
  return `${text}.${mac(key, purpose, text).toString('base64url')}`
}

/** The text when the signature is ours. Compares in constant time. */
export function verify(key: string, purpose: string, signed: string): string | undefined {
  const dot = signed.lastIndexOf('.')
  if (dot < 0) return undefined
  const text = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1), 'base64url')
  const expected = mac(key, purpose, text)
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : undefined
}

/** 32 bytes that only this server can make of a text, and always the same. */
export function mac(key: string, purpose: string, text: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(`${purpose}\n${text}`).digest()
}
