// A function's timeout, in real time: it ends what hangs, and begins when the code is loaded, as on AWS.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEngine, type Engine } from '../../local/engine.ts'
import { assemblyOf, lambda, resources } from './small-stack.ts'

const TIMEOUT_S = 3
const LOADING_MS = 3_500
const dataDir = mkdtempSync(join(tmpdir(), 'small-timeout-'))
let engine: Engine

beforeAll(async () => {
  const assembly = assemblyOf({ ...resources, Function: lambda({ Timeout: TIMEOUT_S }) })
  const file = join(assembly, 'asset', 'index.mjs')
  writeFileSync(file, `await new Promise((go) => setTimeout(go, ${LOADING_MS}))\n${readFileSync(file, 'utf8')}`)
  engine = await startEngine({ assembly, stack: 'Small', dataDir })
})
afterAll(async () => {
  await engine.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

it('does not end a function that loads longer', async () => {
  expect((await fetch(`${engine.apiUrl}/things/1`)).status).toBe(200)
  expect(readdirSync(join(dataDir, 'logs'))).toEqual([])
})

it('ends a function that hangs, and the next is not held up', async () => {
  expect((await fetch(`${engine.apiUrl}/things/hang`)).status).toBe(502)
  expect((await fetch(`${engine.apiUrl}/things/1`)).status).toBe(200)
})
