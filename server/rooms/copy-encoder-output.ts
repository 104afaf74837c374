type Encode = (...args: never[]) => Uint8Array
type ReusingEncoder = { encode: Encode; encodeAll: Encode }

/**
 * Makes the encoder return copies. @colyseus/core 0.18.17 hands the socket a view of the encoder's one shared buffer; when
 * the socket is back-pressured Node keeps that view and the next patch overwrites what was still waiting to be sent.
 */
export function copyEncoderOutput(encoder: ReusingEncoder): void {
  for (const name of ['encode', 'encodeAll'] as const) {
    const inner = encoder[name].bind(encoder) as (...args: unknown[]) => Uint8Array
    encoder[name] = (...args: unknown[]) => Uint8Array.from(inner(...args))
  }
}
