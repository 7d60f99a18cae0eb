// The boundaries the folders promise: of what is really bundled, of what the pure heart really says, and that the rules
// which keep them do bite.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleFunctions, functionNames } from '../lib/bundle.ts'
import { loadRegion } from '../regions/load.ts'

/** Twenty of these came with codes, disowned acts and the wording of published answers on officials’ pages, four more with handing to a colleague, the
 * languages of the console’s lists and the lease of an open case, two more with what routing suggests, one with the similar cases of a case’s page, three with what a
 * source says of its message and with files in forms, one with what social networks refuse, one with labels of choices and messages that say the same,
 * three with what an answer under a comment may not hold, two with several comments of a case and packed events (November 2026). */
const LIMIT_BYTES = 488 * 1024
/** Nobody waits for it: it draws photos by a library of 9 MB beside it, and brings the clients of two services. */
const REDRAW_BYTES = 700 * 1024
/** Opened a few times a day, by administrators: it brings the schema of a region's file with all of zod, and gives cases on. */
const DIRECTORY_BYTES = 550 * 1024

/** Reads and writes spreadsheets, which is 160 KB of it; called a few times a day. */
const IMPORTS_BYTES = 680 * 1024
/** Reads from a bucket, writes to the table and sends mails, so three clients of AWS; nobody waits for it. */
const INBOX_BYTES = 720 * 1024

/** Sends mails, speaks in social networks and fills a queue, so three clients of AWS; nobody waits for it. */
const NOTIFY_BYTES = 534 * 1024
/** Writes to the table and to a bucket and fills a queue, so three clients of AWS; nobody waits for it. */
const HEAR_BYTES = 596 * 1024

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

  const inputsOf = (name: string) => {
    const [output] = Object.values(metafile.outputs).filter((one) => one.entryPoint?.startsWith(`functions/${name}/`))
    return Object.keys(output!.inputs)
  }
  const ours = /^(functions|regions)\//
  const deployment = /node_modules\/(aws-cdk-lib|constructs|cdk-nag|aws-cdk)\//

  it.each([...functionNames])('%s stays light', (name) => {
    const limit =
      {
        ...{ redraw: REDRAW_BYTES, directory: DIRECTORY_BYTES, inbox: INBOX_BYTES, imports: IMPORTS_BYTES },
        ...{ hear: HEAR_BYTES, notify: NOTIFY_BYTES },
      }[name as string] ?? LIMIT_BYTES
    expect(statSync(join(code(name), 'index.mjs')).size).toBeLessThanOrEqual(limit)
  })

  it.each([...functionNames])(
    '%s holds functions, what they share of a region, and libraries: no deployment',
    (name) => {
      const inputs = inputsOf(name)
      expect(inputs.filter((input) => ours.test(input)).length).toBeGreaterThan(3)
      expect(inputs.filter((input) => !ours.test(input) && !/(^|\/)node_modules\//.test(input))).toEqual([])
      expect(inputs.filter((input) => deployment.test(input))).toEqual([])
    },
  )

  it('those that validate have the small zod, not the full one; directory alone checks by the schema of the region’s file', () => {
    const small = functionNames.filter((name) => name !== 'directory')
    const zod = small.flatMap((name) =>
      inputsOf(name).flatMap((input) => /node_modules\/zod\/(.*)/.exec(input)?.[1] ?? []),
    )
    expect(zod.filter((file) => file.startsWith('v4/mini/')).length).toBeGreaterThan(0)
    expect(zod.filter((file) => !/^v4\/(mini|core|locales)\//.test(file))).toEqual([])
  })

  it('word vectors lie beside those that score, and beside no other', () => {
    const having = functionNames.filter((name) => existsSync(join(code(name, loadRegion('95')), 'words-ru.vectors')))
    expect(having).toEqual(['route', 'learn'])
    expect(statSync(join(code('route'), 'words-ru.vectors')).size).toBeLessThan(1_000_000)
  })

  it.each([...functionNames])('%s does not carry what was prepared before', (name) => {
    const prepared = /node_modules\/(snowball-stemmers|fast-check)/
    const checks = name === 'directory' ? /^$/ : /^regions\/check/
    expect(inputsOf(name).filter((input) => prepared.test(input) || checks.test(input))).toEqual([])
  })
})

describe('the pure heart', () => {
  const files = globSync('functions/{case,calendar,routing,statistics,language,coach,model,learning}/**/*.{ts,tsx}')

  it.each(files)('%s imports its neighbours only, and reads neither clock nor chance', (path) => {
    expect(impuritiesOf(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true))).toEqual(
      [],
    )
  })

  it('is looked at closely enough', () => {
    const source = `
      import { randomBytes } from 'node:crypto'
      import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
      import { table } from '../store/table.ts'
      export const guess = [new Date(), Date(), Date.now(), Temporal.Now.instant(), Math.random(), crypto.randomUUID()]
      export const waiting = setTimeout(() => process.env, performance.now())
      export const later = import('node:fs')
    `
    const found = impuritiesOf(ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true))
    expect(found).toEqual([
      "'node:crypto'",
      "'@aws-sdk/client-dynamodb'",
      "'../store/table.ts'",
      'new Date()',
      'Date()',
      'Date.now',
      'Temporal.Now',
      'Math.random',
      'crypto',
      'setTimeout',
      'process',
      'performance',
      "'node:fs'",
    ])
    const harmless =
      "import { x } from './case.ts'; export const y = [new Date(x), Date.parse(x), Math.max(1, 2), x.crypto]"
    expect(impuritiesOf(ts.createSourceFile('x.ts', harmless, ts.ScriptTarget.Latest, true))).toEqual([])
  })
})

/** What a file says that a pure one may not: foreign imports (but for types), clocks, chance, the process around it. */
function impuritiesOf(file: ts.SourceFile): string[] {
  const found: string[] = []
  const neighbour =
    /^'(\.\/|(\.\.\/)+(case|calendar|routing|statistics|language|coach|model|learning|clocks|notices|stages)\/|\.\.\/[a-z-]+\.ts'|(\.\.\/){2,3}regions\/(names|vocabulary)\.ts|temporal-polyfill|snowball-stemmers)/
  const around = ['process', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'globalThis', 'require']
  const isName = (node: ts.Node): node is ts.Identifier =>
    ts.isIdentifier(node) &&
    !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
    !(ts.isPropertyAssignment(node.parent) && node.parent.name === node) &&
    !ts.isPropertySignature(node.parent)
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) || ts.isExportDeclaration(node)) {
      const from = node.moduleSpecifier?.getText()
      if (from && !neighbour.test(from)) found.push(from)
      return
    }
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
      found.push('new Date()')
    if (ts.isCallExpression(node)) {
      if (node.expression.getText() === 'Date') found.push('Date()')
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) found.push(node.arguments[0]!.getText())
    }
    if (ts.isPropertyAccessExpression(node) && ['Date.now', 'Temporal.Now', 'Math.random'].includes(node.getText())) {
      found.push(node.getText())
    }
    if (isName(node) && around.includes(node.text)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

describe('tests', () => {
  it('are left out only where a machine lacks what they need: .ci/run refuses every other', () => {
    const left = globSync('tests/**/*.test.{ts,tsx}').flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\.(?:runIf|skipIf|skip|todo|only)\b(?:\((.*?)\))?/g)].map(
        ([, when]) => when ?? path,
      ),
    )
    const machine = ['!hasBrowser', '!isThere', '!isThere(program']
    expect(left.filter((when) => !machine.includes(when))).toEqual([])
  })
})

describe('many items at once', () => {
  it('are read and written in two places, which ask again for what DynamoDB leaves over, and not for ever', () => {
    const asking = globSync('functions/**/*.{ts,tsx}').filter((path) =>
      /new Batch(?:Get|Write)\w*Command/.test(readFileSync(path, 'utf8')),
    )
    expect(asking.sort()).toEqual(['functions/store/read-many.ts', 'functions/store/write-many.ts'])
  })
})

describe('the rules bite', () => {
  let root: string
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'otklik-rules-'))
    for (const rules of ['.dependency-cruiser.cjs', '.oxlintrc.json', '.knip.json', 'tsconfig.json', 'package.json']) {
      cpSync(rules, join(root, rules))
    }
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    const files: Record<string, string> = {
      'functions/store/table.ts': "export const table = 'cases'",
      'functions/case/clean.ts': 'export const doubled = (n: number): number => n * 2',
      'functions/calendar/clean.ts': "import { doubled } from '../case/clean.ts'\nexport const four = doubled(2)",
      'functions/case/reaching.ts': "import { table } from '../store/table.ts'\nexport const reached = table",
      'functions/case/node.ts': "import { randomBytes } from 'node:crypto'\nexport const chance = randomBytes(1)",
      'functions/case/amazon.ts':
        "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'\nexport const client = new DynamoDBClient()",
      'functions/api/deploying.ts': "import { Stack } from 'aws-cdk-lib'\nexport const stack = Stack",
      'functions/coach/advice.ts': "import { table } from '../store/table.ts'\nexport const advice = table",
      'functions/language/words.ts': "import { doubled } from '../case/clean.ts'\nexport const words = doubled",
      'functions/model/score.ts': "import { learned } from '../learning/learn.ts'\nexport const score = learned",
      'functions/learning/learn.ts': 'export const learned = (n: number): number => n',
      'functions/learning/taught.ts': "import { doubled } from '../case/clean.ts'\nexport const taught = doubled",
      'functions/case/coached.ts': "import { advice } from '../coach/advice.ts'\nexport const coached = advice",
      'functions/case/stages/asking.ts': 'export const ask = (n: number): number => n',
      'functions/case/stages/rating.ts': "import { ask } from './asking.ts'\nexport const rate = ask",
      'functions/case/clocks/move.ts': "import { ask } from '../stages/asking.ts'\nexport const move = ask",
      'functions/case/round.ts': "import type { Turn } from './turn.ts'\nexport type Round = Turn[]",
      'functions/case/turn.ts': "import type { Round } from './round.ts'\nexport type Turn = Round | number",
      'functions/mail/sent.ts': "import { table } from '../store/table.ts'\nexport const sent = table",
      'functions/edge/http.ts': "import { page } from '../web/page.ts'\nexport const http = page",
      'functions/web/page.ts': "import { act } from '../respond/act.ts'\nexport const page = act",
      'functions/respond/act.ts': 'export const act = (n: number): number => n',
      'functions/track/act.ts': "import { act } from '../respond/act.ts'\nexport const track = act",
      'functions/tick/handler.ts': "import { tick } from './tick.ts'\nexport const handler = tick",
      'functions/tick/tick.ts': 'export const tick = (): number => 1\nexport const idle = 2\nexport type Idle = 2',
      'local/engine.ts': "import { table } from '../functions/store/table.ts'\nexport const engine = table",
      'lib/running.ts': "import { table } from '../functions/store/table.ts'\nexport const name = table",
      'functions/case/clock.ts': 'export const now = (): number => Date.now()',
      'functions/routing/dice.ts': 'export const dice = (): number => Math.random()',
      'functions/routing/number.ts': "export const number: number = 'one'",
      'functions/routing/promise.ts': 'export const leave = (): void => {\n  Promise.resolve()\n}',
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true })
      writeFileSync(join(root, path), `${text}\n`)
    }
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  const run = (file: string, ...args: string[]) =>
    spawnSync(process.execPath, [resolve('node_modules', file), ...args], { encoding: 'utf8', cwd: root })

  it('on imports across a boundary, and on nothing else', () => {
    const { status, stdout } = run('dependency-cruiser/bin/dependency-cruiser.mjs', 'functions', 'lib', 'local')
    const bitten = [...stdout.matchAll(/error ([\w-]+): (\S+) →/g)].map(([, rule, from]) => `${from}: ${rule}`)
    expect(status).not.toBe(0)
    expect(bitten.sort()).toEqual([
      'functions/api/deploying.ts: functions-do-not-deploy',
      'functions/case/amazon.ts: the-heart-is-pure',
      'functions/case/clocks/move.ts: clocks-know-no-stage',
      'functions/case/coached.ts: the-heart-is-pure',
      'functions/case/node.ts: the-heart-is-pure',
      'functions/case/reaching.ts: the-heart-is-pure',
      'functions/case/round.ts: no-circular',
      'functions/case/stages/rating.ts: stages-do-not-know-each-other',
      'functions/coach/advice.ts: the-heart-is-pure',
      'functions/edge/http.ts: edges-stand-on-adapters',
      'functions/language/words.ts: language-knows-no-case',
      'functions/learning/taught.ts: a-model-knows-no-region',
      'functions/mail/sent.ts: adapters-stand-on-the-heart',
      'functions/model/score.ts: the-heart-is-pure',
      'functions/model/score.ts: what-scores-does-not-train',
      'functions/track/act.ts: functions-do-not-know-each-other',
      'functions/web/page.ts: pages-are-below-functions',
      'lib/running.ts: deployment-does-not-run',
      'local/engine.ts: the-engine-knows-templates-not-cases',
    ])
  })

  it('on what nobody uses', () => {
    interface Unused {
      readonly file: string
      readonly files: unknown[]
      readonly exports: { readonly name: string }[]
      readonly types: { readonly name: string }[]
    }
    const { status, stdout } = run('knip/bin/knip.js', '-c', '.knip.json', '--reporter', 'json')
    const { issues } = JSON.parse(stdout) as { issues: Unused[] }
    const inFile = (path: string) => issues.find(({ file }) => file === path)
    expect(status).not.toBe(0)
    expect(inFile('functions/tick/handler.ts')).toBeUndefined()
    expect(inFile('functions/tick/tick.ts')).toMatchObject({ exports: [{ name: 'idle' }], types: [{ name: 'Idle' }] })
    expect(inFile('functions/case/clean.ts')?.files).toHaveLength(1)
  })

  it('on a clock or a die in the pure heart, and on what is no value of its type', () => {
    const { status, stdout } = run('oxlint/bin/oxlint', '-f', 'json', 'functions/case', 'functions/routing')
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; message: string; code: string }[] }
    expect(status).not.toBe(0)
    expect(diagnostics.map(({ filename, code, message }) => `${filename}: ${code}: ${message}`).sort()).toEqual([
      "functions/case/amazon.ts: eslint(no-restricted-imports): '@aws-sdk/client-dynamodb' import is restricted from being used by a pattern.",
      "functions/case/clock.ts: eslint(no-restricted-properties): 'Date.now' is restricted from being used.",
      "functions/case/node.ts: eslint(no-restricted-imports): 'node:crypto' import is restricted from being used by a pattern.",
      "functions/routing/dice.ts: eslint(no-restricted-properties): 'Math.random' is restricted from being used.",
      "functions/routing/number.ts: typescript(TS2322): Type 'string' is not assignable to type 'number'.",
      'functions/routing/promise.ts: typescript(no-floating-promises): Promises must be awaited, add void operator to ignore.',
    ])
  })
})
