import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const RULES = [
  'package.json',
  'tsconfig.base.json',
  '.oxlintrc.json',
  '.dependency-cruiser.mjs',
  'tools/lint',
  ...['shared', 'server', 'client'].flatMap((folder) => [
    `${folder}/tsconfig.json`,
    `${folder}/tsconfig.code.json`,
    `${folder}/tsconfig.test.json`,
  ]),
]

export type Outcome = { code: number | null; output: string }

export type Run = (tool: string, ...args: string[]) => Outcome

/** Lets `visit` run tools in a house beside ours: our rules, our packages, and only these source files. */
export function inHouse(files: Readonly<Record<string, string>>, visit: (run: Run) => Outcome): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-house-'))
  try {
    for (const rule of RULES) cpSync(join(ROOT, rule), join(folder, rule), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    return visit((tool, ...args) => runTool(folder, tool, ...args))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function runTool(folder: string, tool: string, ...args: string[]): Outcome {
  const { status, stdout, stderr, error } = spawnSync(join(ROOT, 'node_modules', '.bin', tool), args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error) throw error
  return { code: status, output: stdout + stderr }
}
