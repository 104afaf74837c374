/** Megabytes after a full collection, and how many rooms there are. */
export type MemoryReport = { readonly heapMb: number; readonly rssMb: number; readonly rooms: number }
export const MARK = 'memory '

/** Those in what a server printed. */
export function memoryReports(log: string): MemoryReport[] {
  return log
    .split('\n')
    .filter((line) => line.startsWith(MARK))
    .map((line) => JSON.parse(line.slice(MARK.length)) as MemoryReport)
}
