import { serve } from '#server/cli/start-command.ts'

// The product over another folder of scenes, as a process that a test can kill.
const [, , , ...flags] = process.argv
const { SCENES: scenes } = process.env
const output = { line: console.log, error: console.error }
process.exitCode = await serve(flags, output, scenes === undefined ? {} : { scenes })
