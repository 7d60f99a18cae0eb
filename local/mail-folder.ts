// Takes mails that are dropped as .eml files into a folder of the data: each is taken once and moved to "taken", or to "refused" where the stack
// receives no mail to its addresses. Started by engine.ts.
import { mkdirSync, readdirSync, readFileSync, renameSync, watch } from 'node:fs'
import { join } from 'node:path'
import { type AddressObject, simpleParser } from 'mailparser'
import type { MailDoor } from './mail-door.ts'

/** So long after the last change a file counts as written (ms). */
const SETTLED_MS = 200

export interface MailFolder {
  readonly path: string
  close(): void
}

export function watchFolder(door: MailDoor, path: string, report: (error: unknown) => void): MailFolder {
  for (const folder of [path, join(path, 'taken'), join(path, 'refused')]) mkdirSync(folder, { recursive: true })
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const look = () => {
    running = running.then(() => takeAll(door, path)).catch(report)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(look, SETTLED_MS)
  }
  const watcher = watch(path, soon)
  soon()
  return {
    path,
    close() {
      clearTimeout(timer)
      watcher.close()
    },
  }
}

async function takeAll(door: MailDoor, path: string): Promise<void> {
  for (const name of readdirSync(path).filter((one) => one.toLowerCase().endsWith('.eml'))) {
    const raw = readFileSync(join(path, name))
    const { from, to, cc, bcc } = await simpleParser(raw)
    const recipients = [to, cc, bcc]
      .flat()
      .flatMap(addressesIn)
      .filter((address) => door.takes(address))
    const [sender = ''] = addressesIn(from)
    if (recipients.length > 0) await door.accept({ from: sender, to: recipients }, raw)
    renameSync(join(path, name), join(path, recipients.length > 0 ? 'taken' : 'refused', name))
  }
}

function addressesIn(header: AddressObject | undefined): string[] {
  return header?.value.flatMap(({ address }) => address ?? []) ?? []
}
