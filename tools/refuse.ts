// Ends a command that cannot do its work, with one line that says what to do and no stack trace. Called by the
// commands.
import { OtklikProblem, OtklikUnreachable } from './client/problem.ts'

export function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}

/** Whatever a command does not expect ends it in the same way. OTKLIK_STACK=1 shows where it happened. */
export function endPlainly(): void {
  if (process.env['OTKLIK_STACK']) return
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: Error & { code?: string }) => {
      // Whoever reads us has read enough.
      if (error.code === 'EPIPE') process.exit(0)
      refuse(isOurs(error) ? sayOurs(error) : `${reasonOf(error)}.\n${hint}`)
    })
}

const hint = 'If this does not say what to do, put OTKLIK_STACK=1 before the command to see where it happened.'

/** Errors that our own code throws say in words what to do; the client's, too. */
function isOurs(error: Error): boolean {
  if (error instanceof OtklikProblem || error instanceof OtklikUnreachable) return true
  return error.constructor === Error && !error.cause && !('code' in error)
}

function sayOurs(error: Error): string {
  const isNowhere = error instanceof OtklikUnreachable
  return isNowhere ? `${error.message} Give the address that npm start or the stack prints.` : error.message
}

/** The reason in an error's own words, without a full stop; fetch and connections keep it in the cause. */
export function reasonOf(error: unknown): string {
  const { message, code, cause } = error as Error & { code?: string }
  return cause ? reasonOf(cause) : (message || code || String(error)).split('\n')[0]!.replace(/\.$/, '')
}
