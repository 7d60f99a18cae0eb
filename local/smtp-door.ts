// Takes mails by SMTP on 127.0.0.1, without password and encryption, for the addresses that the stack receives. Served by engine.ts.
import { SMTPServer } from 'smtp-server'
import { type MailDoor, MOST_BYTES } from './mail-door.ts'

export interface SmtpDoor {
  readonly port: number
  close(): Promise<void>
}

export async function serveSmtp(door: MailDoor, port: number): Promise<SmtpDoor> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MOST_BYTES,
    onRcptTo: ({ address }, _session, done) => {
      if (door.takes(address)) return done()
      done(Object.assign(new Error('No such mailbox here'), { responseCode: 550 }))
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = []
      // What is too long is read to its end and kept no more.
      stream.on('data', (part: Buffer) => void (stream.sizeExceeded || parts.push(part)))
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error('The mail is too large'), { responseCode: 552 }))
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const to = envelope.rcptTo.map(({ address }) => address)
        door.accept({ from, to }, Buffer.concat(parts)).then(() => done(), done)
      })
    },
  })
  server.on('error', (error) => console.error(`engine: ${String(error)}`))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: own } = server.server.address() as { port: number }
  return { port: own, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
