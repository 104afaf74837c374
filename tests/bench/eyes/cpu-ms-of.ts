import { readFile } from 'node:fs/promises'

/** Clock ticks of Linux's /proc, on every architecture that Node runs on. */
const MS_PER_TICK = 10

/** User and system time of a process so far (proc(5), fields 14 and 15 of stat). */
export async function cpuMsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK
}
