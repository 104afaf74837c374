import { X509Certificate } from 'node:crypto'
import encodeQr from 'qr'

export type Greeting = {
  readonly localUrl: string
  /** What a headset or phone on the network opens; undefined when bound to this machine alone. */
  readonly networkUrl: string | undefined
  readonly recordStoreUrl: string
  /** Once, at first start. */
  readonly instructorUrl?: string
  readonly rootCertificate: string | undefined
  readonly dataFolder: string
}

/** What a person needs to see after the start, and nothing else. */
export function greeting({
  localUrl,
  networkUrl,
  recordStoreUrl,
  instructorUrl,
  rootCertificate,
  dataFolder,
}: Greeting): string {
  const lines = ['', '  Sightline is running.', '', `  Train on this computer     ${localUrl}`]
  if (networkUrl !== undefined) lines.push(`  Headset, phone, tablet     ${networkUrl}`)
  if (networkUrl !== undefined && rootCertificate !== undefined) {
    lines.push(
      `                             the browser warns once; ${networkUrl}/trust tells how to end that`,
    )
    lines.push(
      `                             root certificate SHA-256 ${new X509Certificate(rootCertificate).fingerprint256}`,
    )
  }
  lines.push(`  Record store (xAPI)        ${recordStoreUrl}   credentials: npx sightline credentials`)
  lines.push(`  Data                       ${dataFolder}`)
  if (instructorUrl !== undefined)
    lines.push(
      '',
      '  Instructor: open this link once, it makes that browser the instructor. It is not shown again.',
      `  ${instructorUrl}`,
    )
  if (networkUrl !== undefined)
    lines.push(
      '',
      ...encodeQr(networkUrl, 'ascii', { border: 1 })
        .trimEnd()
        .split('\n')
        .map((line) => `  ${line}`),
    )
  return `${lines.join('\n')}\n\n`
}
