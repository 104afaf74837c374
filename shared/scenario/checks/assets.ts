import type { Wrong } from '../finding.ts'
import type { Check } from './site.ts'

/** SCN-32: the files that the workplace pins are there, byte for byte. */
export const assets: Check = ({ workplace, assets: files }) => {
  if (files === undefined) return []
  return workplace.assets.flatMap(({ file, sha256, bytes }, i): Wrong[] => {
    const built = files[file]
    const wrong = (severity: 'error' | 'warning', message: string, mend: string): Wrong[] => [
      { code: 'asset', severity, document: 'workplace', path: ['assets', i], message, mend },
    ]
    if (built === undefined)
      return wrong(
        'error',
        `"${file}" is not among the built assets`,
        'Run `npm run assets`, or correct the file name.',
      )
    if (built.sha256 !== sha256 || built.bytes !== bytes)
      return wrong(
        'warning',
        `"${file}" is not the file that was pinned`,
        `Run npm run pin-assets, which writes sha256 ${built.sha256.slice(0, 12)}… and ${built.bytes} bytes; then raise the version.`,
      )
    return []
  })
}
