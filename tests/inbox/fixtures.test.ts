// Mails of many programs that others published (mailgun/talon, Apache-2.0; postal-mime, MIT-0): where the environment's MAILS names their folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sortOf } from '../../functions/inbox/automatic.ts'
import { readMail } from '../../functions/inbox/read-mail.ts'
import { freshOf } from '../../functions/language/quoted.ts'

const folder = process.env['MAILS'] ?? ''

if (!existsSync(folder)) {
  it('mails of others were NOT tried: MAILS names no folder', () =>
    console.warn('MAILS names no folder: the published mails were not tried.'))
} else {
  const names = (part: string, ending: string) =>
    readdirSync(join(folder, part)).filter((name) => name.endsWith(ending))
  const read = (part: string, name: string) => readFileSync(join(folder, part, name))
  const asHtml = (html: Buffer) => Buffer.concat([Buffer.from('Content-Type: text/html; charset=utf-8\r\n\r\n'), html])

  it('of replies nineteen in twenty are told from what they quote', async () => {
    const replies = [
      ...names('standard_replies', '.eml').map((name) => [name, read('standard_replies', name), 'Hello'] as const),
      ...names('html_replies', '.html').map(
        (name) => [name, asHtml(read('html_replies', name)), 'Hi. I am fine. Thanks, Alex'] as const,
      ),
    ]
    const wrong: string[] = []
    for (const [name, raw, expected] of replies) {
      const { fresh } = freshOf((await readMail(raw)).reply)
      if (fresh.replace(/\s+/g, ' ') !== expected) wrong.push(name)
    }
    expect(replies.length).toBeGreaterThanOrEqual(20)
    expect(wrong.length / replies.length, wrong.join()).toBeLessThanOrEqual(0.05)
  })

  describe('of mails that are hard to read', () => {
    it.each([
      ['bounce.eml', 'report'],
      ['arf.eml', 'report'],
      ['calendar-event.eml', 'person'],
      ['mimetorture.eml', 'person'],
      ['mixed.eml', 'person'],
    ])('%s is %s', async (name, sort) => {
      const mail = await readMail(read('mime', name))
      expect([sortOf(mail, []), mail.text.trim() !== '']).toEqual([sort, true])
    })
  })
}
