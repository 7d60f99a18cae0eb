// Proposes changes of what is done: a statement left out, a call's argument dropped, a list not filtered, nothing
// returned. Called by mutants-of.ts.
import ts from 'typescript'
import { removeItem, removeStatement, replace, type Rule } from './edits.ts'

/** Calls whose place another method can take without a type error. */
const methods: ReadonlyMap<string, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['find', 'findLast'],
  ['findLast', 'find'],
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
  ['round', 'floor'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['toLowerCase', 'toUpperCase'],
])

/** Calls that may be left out, so that their object stays as it is. */
const passing = new Set(['filter', 'slice', 'trim', 'sort', 'toSorted', 'reverse', 'toReversed', 'normalize'])

/** A call or an assignment is not made. */
export const omit: Rule = (node) => {
  if (ts.isExpressionStatement(node)) return removeStatement(node)
  if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) return removeStatement(node)
  return []
}

/** A case of a `switch` falls to the default. */
export const unlist: Rule = (node) =>
  ts.isCaseClause(node)
    ? [{ ...removeStatement(node)[0]!, text: '', before: `case ${node.expression.getText()}: …` }]
    : []

/** Another method, or none; an argument of `happened(…)` and a spread argument anywhere are dropped. */
export const call: Rule = (node) => {
  if (!ts.isCallExpression(node)) return []
  const { expression, arguments: given } = node
  const dropped = given.filter(
    (one) => ts.isSpreadElement(one) || (given.length > 1 && expression.getText() === 'happened'),
  )
  const fewer = dropped.flatMap((one) => removeItem(given, one))
  if (!ts.isPropertyAccessExpression(expression)) return fewer
  const name = expression.name.text
  const receiver = expression.expression.getText()
  return [
    ...fewer,
    ...(methods.has(name) ? replace(expression, `${receiver}.${methods.get(name)}`) : []),
    ...(passing.has(name) ? replace(node, receiver) : []),
  ]
}

/** A list that is returned is empty. */
export const returnNothing: Rule = (node, checker) => {
  const value = ts.isReturnStatement(node) ? node.expression : ts.isArrowFunction(node) ? node.body : undefined
  if (!value || ts.isBlock(value)) return []
  const list = ts.isArrayLiteralExpression(value) ? value.elements.length > 1 : isList(value, checker)
  return list ? replace(value, '[]') : []
}

function isList(node: ts.Node, checker: ts.TypeChecker | undefined): boolean {
  return !!checker && checker.isArrayLikeType(checker.getTypeAtLocation(node))
}
