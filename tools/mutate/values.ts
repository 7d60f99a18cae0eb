// Proposes changes of values: numbers, flags, words of a union, sums, and the parts of objects and arrays. Called by
// mutants-of.ts.
import ts from 'typescript'
import { removeItem, replace, type Rule } from './edits.ts'

const { SyntaxKind } = ts

const sums: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [SyntaxKind.PlusToken, '-'],
  [SyntaxKind.MinusToken, '+'],
  [SyntaxKind.AsteriskToken, '/'],
  [SyntaxKind.SlashToken, '*'],
  [SyntaxKind.PercentToken, '*'],
  [SyntaxKind.PlusEqualsToken, '-='],
  [SyntaxKind.MinusEqualsToken, '+='],
])

/** 0 becomes 1, 1 becomes 2, a negative number loses its sign, any other becomes a hundred times as much. */
export const resize: Rule = (node) => {
  if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.MinusToken)
    return replace(node, node.operand.getText())
  if (!ts.isNumericLiteral(node) || ts.isPrefixUnaryExpression(node.parent)) return []
  const value = Number(node.text)
  return replace(node, String(value < 2 ? value + 1 : value * 100))
}

export const flip: Rule = (node) => {
  if (node.kind === SyntaxKind.TrueKeyword) return replace(node, 'false')
  return node.kind === SyntaxKind.FalseKeyword ? replace(node, 'true') : []
}

/** A word becomes the next one its type allows; text for people becomes empty. Messages of errors are left alone. */
export const reword: Rule = (node, checker) => {
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return []
  if (ts.isCaseClause(node.parent) || ts.isElementAccessExpression(node.parent)) return []
  if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return []
  if (ts.isNewExpression(node.parent) || ts.isLiteralTypeNode(node.parent)) return []
  const words = wordsOf(checker?.getContextualType(node))
  if (words.length === 0) return node.text === '' || isCompared(node) ? [] : replace(node, "''")
  const other = words[(words.indexOf(node.text) + 1) % words.length]!
  return other === node.text ? [] : replace(node, `'${other}'`)
}

function wordsOf(type: ts.Type | undefined): string[] {
  return type?.isUnion() ? type.types.flatMap((one) => (one.isStringLiteral() ? [one.value] : [])) : []
}

/** Beside `===` the comparison itself is changed. */
function isCompared({ parent }: ts.Node): boolean {
  return ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText())
}

/** `a + b` becomes `a - b`; texts cannot be subtracted and are left alone. */
export const reckon: Rule = (node, checker) => {
  if (!ts.isBinaryExpression(node)) return []
  const other = sums.get(node.operatorToken.kind)
  if (!other || isText(node.left, checker) || isText(node.right, checker)) return []
  return replace(node, `${node.left.getText()} ${other} ${node.right.getText()}`)
}

function isText(node: ts.Expression, checker: ts.TypeChecker | undefined): boolean {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true
  return !!checker && (checker.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0
}

/** An object loses one of its properties or spreads. */
export const forget: Rule = (node) =>
  ts.isObjectLiteralExpression(node) ? node.properties.flatMap((one) => removeItem(node.properties, one)) : []

/** An array loses one of its items. */
export const shorten: Rule = (node) =>
  ts.isArrayLiteralExpression(node) ? node.elements.flatMap((one) => removeItem(node.elements, one)) : []
