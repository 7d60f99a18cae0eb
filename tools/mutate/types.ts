// The type checker over the functions: gives rules their types, and refuses mutants no compiler would let through.
// Called by npm run mutate.
import { join } from 'node:path'
import ts from 'typescript'
import { applyTo, type Mutant } from './mutant.ts'

export class Types {
  readonly #root: string
  readonly #service: ts.LanguageService
  readonly #texts = new Map<string, string | undefined>()
  #changed: { path: string; text: string; version: number } = { path: '', text: '', version: 0 }

  constructor(root: string) {
    this.#root = root
    const config = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config as object
    const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root)
    const files = fileNames.filter((name) => name.startsWith(join(root, 'functions')))
    this.#service = ts.createLanguageService({
      ...ts.sys,
      useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
      getScriptFileNames: () => files,
      getScriptVersion: (path) => (path === this.#changed.path ? String(this.#changed.version) : '0'),
      getScriptSnapshot: (path) => {
        const text = path === this.#changed.path ? this.#changed.text : this.#read(path)
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
      },
      getCurrentDirectory: () => root,
      // What a change leaves unused is no reason to refuse it.
      getCompilationSettings: () => ({ ...options, noUnusedParameters: false, noUnusedLocals: false }),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
    })
  }

  /** The file as the checker sees it. */
  fileOf(file: string): { source: ts.SourceFile; checker: ts.TypeChecker } {
    this.#changed = { path: '', text: '', version: this.#changed.version }
    const program = this.#service.getProgram()!
    return { source: program.getSourceFile(join(this.#root, file))!, checker: program.getTypeChecker() }
  }

  /** Whether the file with the change still compiles; what others make of its exports is not looked at. */
  accept(mutant: Mutant): boolean {
    const path = join(this.#root, mutant.file)
    const text = applyTo(this.#read(path)!, mutant)
    this.#changed = { path, text, version: this.#changed.version + 1 }
    return (
      this.#service.getSyntacticDiagnostics(path).length === 0 &&
      this.#service.getSemanticDiagnostics(path).length === 0
    )
  }

  /** A file as it was when the run began: the places of its mutants are those of then, whoever works on it meanwhile. */
  #read(path: string): string | undefined {
    if (!this.#texts.has(path)) this.#texts.set(path, ts.sys.readFile(path))
    return this.#texts.get(path)
  }
}
