/** `info` is lifecycle, `warn` is something a person should look at, `error` is a fault of ours. */
export type Level = 'info' | 'warn' | 'error'
export type Log = (level: Level, event: string, fields?: Readonly<Record<string, unknown>>) => void

/** One line per event: `time level event {fields}`. Errors are printed with their causes; control characters cannot forge a line. */
export function createLog(write: (line: string) => void, nowMs: () => number): Log {
  return (level, event, fields) => {
    const details = fields === undefined ? '' : ` ${JSON.stringify(fields, errorAsText)}`
    write(`${new Date(nowMs()).toISOString()} ${level} ${event}${details}\n`)
  }
}

export const silentLog: Log = () => {}

function errorAsText(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value
  return {
    name: value.name,
    message: value.message,
    stack: value.stack
      ?.split('\n')
      .slice(1, 4)
      .map((line) => line.trim()),
    ...(value.cause === undefined ? {} : { cause: value.cause }),
  }
}
