import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { claimFolder } from './claim-folder.ts'

test('SRV-5 one server alone works in a data folder, and gives it back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-claim-'))
  const leave = claimFolder(folder)
  expect(() => claimFolder(folder)).toThrow('in use by another Sightline server')
  leave()
  claimFolder(folder)()
  await rm(folder, { recursive: true })
})
