// Proposes changes of conditions: a guard dropped, a comparison moved by one, a condition of several left out. Called
// by mutants-of.ts.
import ts from 'typescript'
import { replace, type Edit, type Rule } from './edits.ts'

const { SyntaxKind } = ts

const comparisons: ReadonlyMap<ts.SyntaxKind, readonly string[]> = new Map([
  [SyntaxKind.EqualsEqualsEqualsToken, ['!==']],
  [SyntaxKind.ExclamationEqualsEqualsToken, ['===']],
  [SyntaxKind.LessThanToken, ['<=', '>=']],
  [SyntaxKind.LessThanEqualsToken, ['<', '>']],
  [SyntaxKind.GreaterThanToken, ['>=', '<=']],
  [SyntaxKind.GreaterThanEqualsToken, ['>', '<']],
])

const isLogical = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) &&
  (node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken || node.operatorToken.kind === SyntaxKind.BarBarToken)

/** `a < b` becomes `a <= b` and `a >= b`. */
export const compare: Rule = (node) => {
  if (!ts.isBinaryExpression(node)) return []
  const { left, operatorToken, right } = node
  const others = comparisons.get(operatorToken.kind) ?? []
  return replace(node, ...others.map((other) => `${left.getText()} ${other} ${right.getText()}`))
}

/** `a && b` becomes `a`, `b` and `a || b`; in `cond && { … }`, which a spread takes apart, only the condition is dropped. */
export const combine: Rule = (node) => {
  if (!isLogical(node)) return []
  const [left, right] = [node.left.getText(), node.right.getText()]
  if (ts.isObjectLiteralExpression(node.right) || ts.isArrayLiteralExpression(node.right)) return replace(node, right)
  const other = node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken ? '||' : '&&'
  return replace(node, left, right, `(${left} ${other} ${right})`)
}

/** The condition of an `if`, a loop or `?:` holds always and never: the second drops a guard. */
export const decide: Rule = (node) => {
  if (ts.isIfStatement(node)) return [...settle(node.expression, true), ...settle(node.expression, false)]
  if (ts.isConditionalExpression(node)) return [...settle(node.condition, true), ...settle(node.condition, false)]
  if (ts.isWhileStatement(node)) return settle(node.expression, false)
  return ts.isForStatement(node) && node.condition ? settle(node.condition, false) : []
}

/** `as boolean`, or the checker would take what follows for code that is never reached and refuse it. */
function settle(condition: ts.Expression, always: boolean): Edit[] {
  return replace(condition, `(${always} as boolean)`).map((edit) => ({ ...edit, after: String(always) }))
}

/** `!a` becomes `a`. */
export const affirm: Rule = (node) =>
  ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken
    ? replace(node, node.operand.getText())
    : []

/** `a ?? b` becomes `a` and `b`. */
export const fallBack: Rule = (node) =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.QuestionQuestionToken
    ? replace(node, node.left.getText(), node.right.getText())
    : []
