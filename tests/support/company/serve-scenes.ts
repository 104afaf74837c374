import { startServer } from '#server/main.ts'

// The product over another folder of scenes, as a process that a test can kill.
const [, , , ...flags] = process.argv
const { SCENES: scenes } = process.env
await startServer(flags, process.env, scenes === undefined ? {} : { scenes })
