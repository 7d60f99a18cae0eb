// The shapes of a change, shared by all rules that propose one. Used by the rules of mutants-of.ts.
import type ts from 'typescript'

export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly before: string
  readonly after: string
}

/** Proposes changes of a node; the checker tells types where there is one. */
export type Rule = (node: ts.Node, checker: ts.TypeChecker | undefined) => readonly Edit[]

export function replace(node: ts.Node, ...texts: readonly string[]): Edit[] {
  const before = node.getText()
  return texts
    .filter((text) => text !== before && text !== `(${before})`)
    .map((text) => ({ start: node.getStart(), end: node.getEnd(), text, before, after: text }))
}

/** Removes one item of a list together with its comma. */
export function removeItem(items: ts.NodeArray<ts.Node>, item: ts.Node): Edit[] {
  const index = items.indexOf(item)
  const next = items[index + 1]
  const previous = items[index - 1]
  const start = next || !previous ? item.getStart() : previous.getEnd()
  const end = next ? next.getStart() : item.getEnd()
  return [{ start, end, text: '', before: item.getText(), after: '' }]
}

/** Removes a statement; what is left is a statement still. */
export function removeStatement(node: ts.Node): Edit[] {
  return [{ start: node.getStart(), end: node.getEnd(), text: ';', before: node.getText(), after: '' }]
}
