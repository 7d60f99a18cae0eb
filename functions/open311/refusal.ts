// What is wrong with a request, in the terms of GeoReport v2: one status, and as many errors as there are. Thrown by whatever answers,
// written by the handler.
import { Problem } from '../edge/problem.ts'

/** 400 for what is wrong, 403 for a key that is missing or not right, 404 for what there is not. */
export function refusal(status: 400 | 403 | 404, ...descriptions: readonly string[]): Problem {
  const errors = descriptions.map((detail) => ({ pointer: '', code: String(status), detail }))
  return new Problem(status, `open311-${status}`, descriptions[0] ?? '', errors)
}
