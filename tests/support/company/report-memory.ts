import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { matchMaker } from '@colyseus/core'
import type { MemoryReport } from './memory-reports.ts'
import { MARK } from './memory-reports.ts'

// Imported first: what comes after it in the process is measured, after a full collection, at each SIGUSR2.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
process.on('SIGUSR2', () => {
  collect()
  const { heapUsed, external, rss } = process.memoryUsage()
  const report: MemoryReport = {
    heapMb: (heapUsed + external) / 2 ** 20,
    rssMb: rss / 2 ** 20,
    rooms: matchMaker.stats.local.roomCount,
  }
  console.log(`${MARK}${JSON.stringify(report)}`)
})
