// The boundaries the folders promise, checked on what is really bundled, and that the rules which keep them do bite.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleFunctions, functionNames } from '../lib/bundle.ts'

const LIMIT_BYTES = 450 * 1024

interface Metafile {
  readonly outputs: Record<string, { entryPoint?: string; inputs: Record<string, unknown> }>
}

describe('every function’s bundle', () => {
  let code: Awaited<ReturnType<typeof bundleFunctions>>
  let metafile: Metafile
  beforeAll(async () => {
    code = await bundleFunctions()
    metafile = JSON.parse(readFileSync('.build/meta/functions.json', 'utf8')) as Metafile
  })

  it.each([...functionNames])('%s knows nothing of deployment and stays light', (name) => {
    expect(statSync(join(code(name), 'index.mjs')).size).toBeLessThanOrEqual(LIMIT_BYTES)
    const [output] = Object.values(metafile.outputs).filter((one) => one.entryPoint?.startsWith(`functions/${name}/`))
    const inputs = Object.keys(output!.inputs)
    expect(inputs.length).toBeGreaterThan(10)
    const foreign =
      /^(lib|bin|local|tools|tests)\/|node_modules\/(aws-cdk-lib|constructs|cdk-nag|zod\/v4\/classic|snowball-stemmers)/
    expect(inputs.filter((input) => foreign.test(input))).toEqual([])
  })
})

describe('the rules bite', () => {
  const folder = 'functions/case/forbidden'
  beforeAll(() => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, 'clock.ts'),
      "import { table } from '../../store/table.ts'\nexport const now = () => [table, Date.now()]\n",
    )
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const run = (file: string, ...args: string[]) =>
    spawnSync(process.execPath, [join('node_modules', file), ...args], { encoding: 'utf8' })

  it('on an import that reaches out of the pure heart', () => {
    const { status, stdout } = run('dependency-cruiser/bin/dependency-cruiser.mjs', folder)
    expect(status).not.toBe(0)
    expect(stdout).toContain('the-heart-is-pure')
  })

  it('on a clock read inside it', () => {
    const { status, stdout } = run('eslint/bin/eslint.js', folder)
    expect(status).not.toBe(0)
    expect(stdout).toContain('Time is passed in')
  })
})
