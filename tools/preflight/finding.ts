// What is found: a mark and one sentence that says what is so and what to do. Made by the checks, printed by npm run preflight.
export interface Finding {
  /** In order, missing, or not known. */
  readonly mark: '✓' | '✗' | '?'
  readonly says: string
}

export const inOrder = (says: string): Finding => ({ mark: '✓', says })
export const missing = (says: string): Finding => ({ mark: '✗', says })
export const unknown = (says: string): Finding => ({ mark: '?', says })

/** A number as people read it: 5,000. */
export const figure = (value: number): string => value.toLocaleString('en')
