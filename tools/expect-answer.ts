// Ends a command before it begins where nobody answers. Called by the commands that ask an address many things.
import { OtklikUnreachable } from './client/problem.ts'

/** @throws OtklikUnreachable, which ends a command with one sentence */
export async function expectAnswer(url: string): Promise<void> {
  await fetch(url, { method: 'HEAD', redirect: 'manual' }).catch((error: unknown) => {
    throw new OtklikUnreachable(url, error)
  })
}
