// Whether a port of this machine can be listened on. Called by npm start, before it begins anything.
import { createServer } from 'node:net'
import { refuse } from './refuse.ts'

/** Ends the command where something listens on the port already. */
export async function expectFree(port: number, option: string): Promise<void> {
  const server = createServer()
  const taken = await new Promise<Error | undefined>((resolve) =>
    server.once('error', resolve).listen(port, '127.0.0.1', () => resolve(undefined)),
  )
  if (taken) refuse(`Port ${port} is taken: stop what uses it, or name another with ${option}.`)
  await new Promise((resolve) => server.close(resolve))
}
