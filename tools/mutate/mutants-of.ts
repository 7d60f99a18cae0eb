// Walks a file and proposes its mutants: every rule at every place, each change once. Called by npm run mutate.
import ts from 'typescript'
import { affirm, combine, compare, decide, fallBack } from './conditions.ts'
import type { Rule } from './edits.ts'
import type { Mutant } from './mutant.ts'
import { call, omit, returnNothing, unlist } from './steps.ts'
import { flip, forget, reckon, resize, reword, shorten } from './values.ts'

const rules: readonly Rule[] = [
  ...[compare, combine, decide, affirm, fallBack],
  ...[resize, flip, reword, reckon, forget, shorten],
  ...[omit, unlist, call, returnNothing],
]

/** @param file the path the mutants are told by; without a checker, rules that need types propose less */
export function mutantsOf(file: string, source: ts.SourceFile, checker?: ts.TypeChecker): Mutant[] {
  const found = new Map<string, Mutant>()
  const visit = (node: ts.Node) => {
    if (saysNothingAtRunTime(node)) return
    for (const edit of rules.flatMap((rule) => rule(node, checker))) {
      const line = source.getLineAndCharacterOfPosition(edit.start).line + 1
      found.set(`${edit.start}-${edit.end}-${edit.text}`, { file, line, ...edit })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...found.values()].sort((one, other) => one.start - other.start)
}

function saysNothingAtRunTime(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isThrowStatement(node)
  )
}
