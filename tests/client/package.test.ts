// The client as a package: what is published needs nothing but itself, its types are those of the schemas, and none of it is stale.
import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, expect, expectTypeOf, it } from 'vitest'
import type * as z from 'zod/mini'
import type { accepted } from '../../functions/contract/replies/accepted.ts'
import type { batchReply } from '../../functions/contract/replies/batch.ts'
import type { caseListReply } from '../../functions/contract/replies/case-list.ts'
import type { caseReply } from '../../functions/contract/replies/case.ts'
import type { eventsReply } from '../../functions/contract/replies/events.ts'
import type { Said } from '../../functions/contract/replies/shared.ts'
import type { message } from '../../functions/contract/message.ts'
import type { casesListQuery } from '../../functions/contract/cases-query.ts'
import type * as client from '../../tools/client/types.ts'
import { clientTypes } from '../../tools/openapi/types.ts'

let home: string
let built: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'otklik-client-'))
  built = join(home, 'node_modules/otklik-client')
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'tools/client-build.ts', '--out', built])
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

it('its types are not stale: else run npm run openapi', async () => {
  expect(readFileSync('tools/client/types.ts', 'utf8')).toBe(
    await clientTypes(readFileSync('docs/openapi.json', 'utf8')),
  )
})

it('its types are those of the schemas that the functions run', () => {
  expectTypeOf<Said<typeof accepted>>().toExtend<client.Accepted>()
  expectTypeOf<client.Accepted>().toExtend<Said<typeof accepted>>()
  expectTypeOf<Said<typeof caseReply>>().toExtend<client.Case>()
  expectTypeOf<client.Case>().toExtend<Said<typeof caseReply>>()
  expectTypeOf<Said<typeof caseListReply>>().toExtend<client.CaseList>()
  expectTypeOf<client.CaseList>().toExtend<Said<typeof caseListReply>>()
  expectTypeOf<Said<typeof eventsReply>>().toExtend<client.Events>()
  expectTypeOf<client.Events>().toExtend<Said<typeof eventsReply>>()
  expectTypeOf<Said<typeof batchReply>>().toExtend<client.BatchReply>()
  expectTypeOf<client.Message>().toExtend<Said<(typeof message)['_zod']['def']['in']> | z.input<typeof message>>()
  expectTypeOf<client.ListCasesQuery>().toExtend<Partial<z.input<typeof casesListQuery>>>()
})

it('what is published imports nothing but its own files, and says of each what it has', () => {
  const imported = globSync(join(built, '*.{js,d.ts}')).flatMap((file) =>
    ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => fileName),
  )
  expect(imported.length).toBeGreaterThan(5)
  expect(imported.filter((name) => !/^\.\/[a-z-]+\.js$/.test(name))).toEqual([])
  const { version, exports, dependencies } = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8')) as {
    version: string
    exports: Record<string, string>
    dependencies?: object
  }
  const ours = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect([version, dependencies]).toEqual([ours.version, undefined])
  const files = Object.values(exports).flatMap((one) => [join(built, one), join(built, one.replace('.js', '.d.ts'))])
  expect(files.flatMap((file) => globSync(file)).toSorted()).toEqual(files.toSorted())
})

it('a program in TypeScript has its types, without those of Node and without ours', () => {
  const program = join(home, 'program.mts')
  writeFileSync(
    program,
    `import { Otklik } from 'otklik-client'
import type { Case } from 'otklik-client/types'
import { verifyWebhook } from 'otklik-client/webhooks'
const one: Case = await new Otklik({ url: '', key: '' }).getCase('x')
const text: string = one.answer!.text
const { data } = await verifyWebhook('whsec_', { headers: {}, body: text })
// @ts-expect-error there is no such status
export const isLost = one.status === 'lost' || 'person' in data.nothing
`,
  )
  const compiled = ts.createProgram([program], {
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, noEmit: true, strict: true, types: [] },
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  })
  const said = ts.getPreEmitDiagnostics(compiled).map((one) => ts.flattenDiagnosticMessageText(one.messageText, ' '))
  expect(said).toEqual([])
})
