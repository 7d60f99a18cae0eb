// npm run client: makes of tools/client a package that can be published: JavaScript, declarations, its README and the licence. Nothing
// is published by it.
import { cpSync, globSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { options } from './options.ts'
import { refuse } from './refuse.ts'

const usage = 'npm run client [-- --out FOLDER]   makes the package of the client in FOLDER, .build/client by default'
const { out } = options(usage, { out: { type: 'string', default: '.build/client' } }).values

const source = new URL('client/', import.meta.url).pathname
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const program = ts.createProgram(globSync(`${source}*.ts`), {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  // What a browser and every runtime of today have; nothing of Node's own.
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  declaration: true,
  rewriteRelativeImportExtensions: true,
  rootDir: source,
  outDir: out,
})
// The compiler renames what JavaScript imports, and leaves declarations as they are.
const { diagnostics } = program.emit(undefined, (file, text) =>
  ts.sys.writeFile(file, text.replaceAll(/(from '\.\/[a-z]+)\.ts'/g, "$1.js'")),
)
const [wrong] = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
if (wrong) refuse(`The client does not compile: ${ts.flattenDiagnosticMessageText(wrong.messageText, ' ')}`)
for (const file of ['package.json', 'README.md']) cpSync(join(source, file), join(out, file))
cpSync(new URL('../LICENSE', import.meta.url).pathname, join(out, 'LICENSE'))
console.log(`The package is in ${out}: npm pack ${out}, or npm publish ${out}.`)
