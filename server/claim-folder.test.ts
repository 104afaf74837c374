import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { claimFolder } from './claim-folder.ts'

test('SRV-5 one server alone works in a data folder, and gives it back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-claim-'))
  const leave = claimFolder(folder)
  expect(() => claimFolder(folder)).toThrow('in use by another Sightline server')
  expect((await stat(join(folder, 'in-use.sqlite'))).mode & 0o777).toBe(0o600)
  leave()
  claimFolder(folder)()
  await rm(folder, { recursive: true })
})
