// The tool that changes the code a little and asks the tests: which changes it proposes, what it makes of the answers.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'
import { linesOf } from '../../tools/mutate/changed.ts'
import { isEquivalent, staleAmong } from '../../tools/mutate/equivalents.ts'
import { applyTo, type Judged } from '../../tools/mutate/mutant.ts'
import { mutantsOf } from '../../tools/mutate/mutants-of.ts'
import { reportLines } from '../../tools/mutate/report.ts'
import { Runner } from '../../tools/mutate/runner.ts'
import { sample } from '../../tools/mutate/sample.ts'
import { Types } from '../../tools/mutate/types.ts'

/** What becomes of a piece of code, one change at a time. */
function changesOf(code: string): string[] {
  const source = ts.createSourceFile('toy.ts', code, ts.ScriptTarget.Latest, true)
  return mutantsOf('toy.ts', source).map((mutant) => applyTo(code, mutant))
}

describe('the changes of', () => {
  it.each([
    ['a comparison', 'x = a < b', ['x = a <= b', 'x = a >= b']],
    ['an equality', "x = a === 'b'", ["x = a !== 'b'"]],
    ['two conditions', 'x = a && b', ['x = a', 'x = b', 'x = (a || b)']],
    ['a negation', 'x = !a', ['x = a']],
    ['a default', 'x = a ?? b', ['x = a', 'x = b']],
    ['a choice', 'x = a ? b : c', ['x = (true as boolean) ? b : c', 'x = (false as boolean) ? b : c']],
    [
      'a property that depends',
      'x = { ...(a && { b }) }',
      ['x = {  }', 'x = { ...({ b }) }', 'x = { ...(a && {  }) }'],
    ],
    ['an object', 'x = { a, ...b }', ['x = { ...b }', 'x = { a }']],
    ['an array', 'x = [a, b]', ['x = [b]', 'x = [a]']],
    ['numbers', 'x = [0, 1, 30].at(-1)', 7],
    ['a number', 'x = 30', ['x = 3000']],
    ['a flag', 'x = true', ['x = false']],
    ['a sum', "x = a + b - c + 'ms'", ["x = a + b + c + 'ms'", "x = a - b - c + 'ms'", "x = a + b - c + ''"]],
    ['a filter', 'x = a.filter(b)', ['x = a']],
    ['a search', 'x = a.some(b)', ['x = a.every(b)']],
    ['an event among others', 'x = happened(a, ...b)', ['x = happened(...b)', 'x = happened(a)']],
    ['a method of every object', 'x = a.toString()', []],
    ['a message of an error', "throw new Error('a')", []],
    ['a type', "type A = 'a' | 1", []],
  ])('%s: %s', (_, code, changes) => {
    const found = changesOf(code).filter((change) => change !== ';')
    if (typeof changes === 'number') expect(found).toHaveLength(changes)
    else expect(found.toSorted()).toEqual([...changes].sort())
  })

  it('a guard, a step and a case of a switch', () => {
    expect(changesOf('function f() { if (a) return; g() }')).toEqual([
      'function f() { if ((true as boolean)) return; g() }',
      'function f() { if ((false as boolean)) return; g() }',
      'function f() { if (a) return; ; }',
    ])
    expect(changesOf('function f() { switch (a) { case b: return c; default: return d } }')).toEqual([
      'function f() { switch (a) {  default: return d } }',
    ])
  })
})

const toy = `export type Role = 'operator' | 'responder'
export interface Told { readonly role: Role; readonly late?: boolean }
export function told(hours: number, roles: readonly Role[]): Told[] {
  if (hours < 24) return []
  return roles.filter((role) => role === 'operator').map((role) => ({ role, late: true }))
}
`
const file = 'functions/toy/toy.ts'
const other = 'functions/toy/day.ts'

describe('a project with one function and one test', () => {
  const root = mkdtempSync(join(tmpdir(), 'toy-'))
  afterAll(() => rmSync(root, { recursive: true }))
  for (const folder of ['functions/toy', 'tests/toy']) mkdirSync(join(root, folder), { recursive: true })
  cpSync('tsconfig.json', join(root, 'tsconfig.json'))
  cpSync('package.json', join(root, 'package.json'))
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  writeFileSync(join(root, file), toy)
  writeFileSync(join(root, other), 'export const day = 24')
  writeFileSync(
    join(root, 'tests/toy/toy.test.ts'),
    `import { expect, it } from 'vitest'
import { told } from '../../functions/toy/toy.ts'
it('tells operators from the second day on', () => {
  expect(told(23, ['operator'])).toEqual([])
  expect(told(25, ['responder', 'operator'])).toMatchObject([{ role: 'operator' }])
})
`,
  )
  const types = new Types(root)
  const { source, checker } = types.fileOf(file)
  const mutants = mutantsOf(file, source, checker)

  it('is changed where its types allow it, and a change that does not compile is known', () => {
    const isValid = new Map(mutants.map((mutant) => [`${mutant.before} → ${mutant.after}`, types.accept(mutant)]))
    expect(isValid.get('hours < 24 → hours <= 24')).toBe(true)
    expect(isValid.get('late: true → ')).toBe(true)
    expect(isValid.get('role → ')).toBe(false)
    const list = "roles.filter((role) => role === 'operator')"
    expect(isValid.get(`${list}.map((role) => ({ role, late: true })) → []`)).toBe(true)
  })

  it('is judged as it was when the run began, whoever works on it meanwhile', () => {
    const accepted = () => mutants.filter((mutant) => types.accept(mutant))
    const before = accepted()
    writeFileSync(join(root, file), `// A line more.\n${toy}`)
    expect(accepted()).toEqual(before)
    writeFileSync(join(root, file), toy)
  })

  it('tells what its test does not notice, and is itself left as it was', async () => {
    const guard = { sources: 'functions/toy/', tests: ['tests/toy/**'] }
    const runner = new Runner(root)
    const judged: Judged[] = []
    for (const mutant of mutants.filter((one) => types.accept(one))) judged.push(await runner.judge(mutant, guard))
    judged.push(await runner.judge(mutants[0]!, { ...guard, tests: ['tests/nowhere/**'] }))
    const killed = judged.find(({ fate }) => fate === 'killed')!
    await runner.judge(killed, guard)
    const harmless = { ...killed, file: other, start: 0, end: 0, text: '\n' }
    expect((await runner.judge(harmless, guard)).fate).toBe('survived')
    runner.stop()
    expect(judged.filter(({ fate }) => fate === 'killed').every(({ by }) => by === 'tests/toy/toy.test.ts')).toBe(true)
    expect(judged.at(-1)!.fate).toBe('unguarded')
    const report = reportLines(judged)
    expect(report.slice(report.indexOf('Not noticed by any test:') + 1)).toEqual([
      `  ${file}:4  hours < 24  →  hours <= 24`,
      `  ${file}:5  late: true  →  (removed)`,
      `  ${file}:5  true  →  false`,
    ])
    expect(readFileSync(join(root, file), 'utf8')).toBe(toy)
  })

  it('leaves out what was judged to be no change, and an entry that matches nothing is told', () => {
    const found = mutants.map((mutant) => ({ mutant, line: toy.split('\n')[mutant.line - 1]! }))
    const entry = { file, before: 'true', after: 'false', reason: 'nobody reads it' }
    const elsewhere = { ...entry, on: 'if (hours' }
    const left = found.filter(({ mutant, line }) => isEquivalent([entry], mutant, line))
    expect(left.map(({ mutant }) => mutant.line)).toEqual([5])
    expect(staleAmong([entry, elsewhere, { ...entry, after: 'maybe' }], found, [file])).toEqual([
      elsewhere,
      { ...entry, after: 'maybe' },
    ])
    expect(staleAmong([{ ...entry, file: 'other.ts' }], found, [file])).toEqual([])
  })

  it('gives the same sample for the same seed', () => {
    expect(sample(mutants, 4, '1')).toEqual(sample(mutants, 4, '1'))
    expect(sample(mutants, 4, '1')).not.toEqual(sample(mutants, 4, '2'))
  })
})

it('the changed lines of a diff', () => {
  const diff = `--- a/functions/a.ts
+++ b/functions/a.ts
@@ -3 +3,2 @@ export
-old
+new
+newer
@@ -9,2 +10,0 @@
-gone
`
  expect(linesOf(diff)).toEqual(new Map([['functions/a.ts', new Set([3, 4])]]))
})
