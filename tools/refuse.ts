// How a command ends that cannot do its work: with one line that says what to do, and no stack trace.
export function refuse(why: string): never {
  console.error(why)
  process.exit(1)
}

/** The reason in an error's own words, without a full stop; fetch and connections keep it in the cause. */
export function reasonOf(error: unknown): string {
  const { message, code, cause } = error as Error & { code?: string }
  return cause ? reasonOf(cause) : (message || code || String(error)).split('\n')[0]!.replace(/\.$/, '')
}
