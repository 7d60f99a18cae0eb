// Which mails a person wrote, whose domain vouches for them, and which of our mails they reply to.
import { describe, expect, it } from 'vitest'
import { isAuthentic, verdictOf } from '../../functions/inbox/authentic.ts'
import { sortOf, wantsNoReply } from '../../functions/inbox/automatic.ts'
import { readMail } from '../../functions/inbox/read-mail.ts'
import { pointerIn } from '../../functions/inbox/whose.ts'
import { addressWith, readToken, signatureOf, tokenIn, writeToken } from '../../functions/links/reply-token.ts'
import { eml } from './eml.ts'

const inbox = 'pishite@in.otklik-99.example'
const ours = [inbox, 'noreply@otklik-99.example', 'cur@otklik-99.example']
const sort = async (headers: Record<string, string>) => sortOf(await readMail(eml(headers)), ours)

describe('a mail is', () => {
  it.each([
    ['a person’s', {}, 'person'],
    ['a person’s, whose program says that it is no machine', { 'Auto-Submitted': 'no' }, 'person'],
    ['a person’s by a list', { 'List-Id': '<dom5.example.org>', Precedence: 'list' }, 'list'],
    ['a person’s by a group that sets Precedence alone', { Precedence: 'list' }, 'list'],
    ['out of office', { 'Auto-Submitted': 'auto-replied', Subject: 'Автоответ' }, 'automatic'],
    ['out of office, of an older program', { 'X-Autoreply': 'yes' }, 'automatic'],
    ['out of office by its precedence', { Precedence: 'auto_reply' }, 'automatic'],
    ['a machine’s', { 'Auto-Submitted': 'auto-generated; type=x' }, 'automatic'],
    ['a report of a bounce', { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }, 'report'],
    ['a complaint', { 'Content-Type': 'multipart/report; report-type=feedback-report; boundary=b' }, 'report'],
    ['a server’s', { From: 'MAILER-DAEMON@mx.example.org' }, 'report'],
    ['one that may not be answered', { 'Return-Path': '<>' }, 'report'],
    ['advertising', { 'List-Unsubscribe': '<https://a.example>' }, 'bulk'],
    ['advertising by its feedback id', { 'Feedback-ID': 'a:b:c' }, 'bulk'],
    ['bulk by its precedence', { Precedence: 'bulk' }, 'bulk'],
    ['one of ours that came back', { 'X-Otklik-Case': '99-260302-AAAAA' }, 'own'],
    ['from our own address', { From: inbox }, 'own'],
    [
      'from an address of ours for replies',
      { From: 'Pishite+99-260302-aaaaa.3.0123456789abcdef@in.otklik-99.example' },
      'own',
    ],
    ['from the mailbox of people that sends it on', { From: 'ЦУР <cur@otklik-99.example>' }, 'own'],
    ['a colleague’s of the same domain', { From: 'ivanov@otklik-99.example' }, 'person'],
  ] as const)('%s', async (_, headers, expected) => expect(await sort(headers)).toBe(expected))

  it('by no word of its subject', async () =>
    expect(await sort({ Subject: 'Автоответ: out of office' })).toBe('person'))
})

it.each([
  ['All', true],
  ['DR, OOF, AutoReply', true],
  ['NDR, RN', false],
])('X-Auto-Response-Suppress: %s', async (value, isQuiet) => {
  expect(wantsNoReply(await readMail(eml({ 'X-Auto-Response-Suppress': value })))).toBe(isQuiet)
})

describe('a domain vouches for a mail of zhitel@example.org', () => {
  const authentic = async (...results: string[]) => {
    const lines = results.map((result) => `Authentication-Results: ${result}\r\n`).join('')
    return isAuthentic(await readMail(Buffer.concat([Buffer.from(lines), eml({})])))
  }
  it.each([
    [
      'by its policy',
      'amazonses.com; spf=pass smtp.mailfrom=x.example; dkim=pass header.i=@example.org; dmarc=pass header.from=example.org;',
      true,
    ],
    [
      'without a policy, by DKIM of its own',
      'amazonses.com; spf=fail; dkim=pass header.i=@example.org; dmarc=none header.from=example.org;',
      true,
    ],
    [
      'without a policy, by SPF of its own',
      'amazonses.com; spf=pass (spfCheck: domain of example.org designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1; envelope-from=zhitel@example.org; helo=mx.example.org; dkim=none;',
      true,
    ],
    [
      'not by SPF of another',
      'amazonses.com; spf=pass smtp.mailfrom=evil.example; dkim=none; dmarc=none header.from=example.org;',
      false,
    ],
    [
      'not by DKIM of one below',
      'amazonses.com; dkim=pass header.i=@evil.example.org; dmarc=none header.from=example.org;',
      false,
    ],
    [
      'not by what a server calls itself',
      'amazonses.com; spf=pass; envelope-from=evil.example; helo=x; dmarc=pass header.from=example.org; dmarc=fail header.from=example.org;',
      false,
    ],
    ['not by its end alone', 'amazonses.com; dkim=pass header.i=@le.org; spf=pass smtp.mailfrom=ample.org;', false],
    [
      'not against its policy',
      'amazonses.com; spf=pass smtp.mailfrom=example.org; dmarc=fail header.from=example.org;',
      false,
    ],
    [
      'not where SES could not tell',
      'amazonses.com; spf=temperror; dkim=temperror; dmarc=temperror header.from=example.org;',
      false,
    ],
    ['not by the policy of another', 'amazonses.com; dmarc=pass header.from=evil.example;', false],
    ['not by what another server says', 'mx.evil.example; dmarc=pass header.from=example.org;', false],
  ] as const)('%s', async (_, result, expected) => expect(await authentic(result)).toBe(expected))

  it('not by a line below that of SES, nor by none', async () => {
    const forged = 'amazonses.com; dmarc=pass header.from=example.org;'
    expect([await authentic('amazonses.com; dmarc=fail header.from=example.org;', forged), await authentic()]).toEqual([
      false,
      false,
    ])
  })
})

it('what SES found is the topmost line', async () => {
  const mail = await readMail(
    Buffer.concat([
      Buffer.from('X-SES-Virus-Verdict: FAIL\r\n'),
      eml({ 'X-SES-Virus-Verdict': 'PASS', 'X-SES-Spam-Verdict': 'GRAY' }),
    ]),
  )
  expect([verdictOf(mail, 'virus'), verdictOf(mail, 'spam')]).toEqual(['FAIL', 'unknown'])
})

describe('an address for replies', () => {
  const token = {
    caseId: '199-260302-7K4QF',
    seq: 999_999,
    signature: signatureOf(Buffer.alloc(32, 0xa7).toString('base64url')),
  }
  const address = addressWith('a'.repeat(22) + '@in.otklik-99.example', writeToken(token))

  it('has eighty bits and no more letters than servers take', () => {
    expect(token.signature).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
    expect(address.indexOf('@')).toBeLessThanOrEqual(64)
    expect(signatureOf(Buffer.alloc(32, 0xa6).toString('base64url'))).not.toBe(token.signature)
  })

  it('is read in capitals, too, and in no other address', () => {
    const own = `${'a'.repeat(22)}@in.otklik-99.example`
    expect([tokenIn(address.toUpperCase(), own), tokenIn(address, inbox), tokenIn(own, own)]).toEqual([
      token,
      undefined,
      undefined,
    ])
    expect(
      ['', '199-260302-7k4qf.0.0123456789abcdef', `${writeToken(token)}x`, writeToken(token).replace('.', '')].map(
        readToken,
      ),
    ).toEqual([...[undefined, undefined, undefined, undefined]])
  })
})

describe('a mail replies to', () => {
  const one = '99-260302-aaaaa.3.0123456789abcdef'
  const two = '99-260302-bbbbb.7.0123456789abcdef'
  const pointer = async (headers: Record<string, string>) =>
    pointerIn(await readMail(eml(headers)), inbox, 'otklik-99.example')
  const names = ({ tokens, caseId }: Awaited<ReturnType<typeof pointer>>) => [...tokens.map(writeToken), caseId]

  it.each([
    [
      'the address in To',
      { To: `a@example.org, Центр <PISHITE+${one.toUpperCase()}@IN.otklik-99.example>` },
      [one, undefined],
    ],
    ['the address in Cc', { To: 'a@example.org', Cc: `pishite+${one}@in.otklik-99.example` }, [one, undefined]],
    [
      'the address that only the envelope had',
      { 'Delivered-To': `pishite+${one}@in.otklik-99.example` },
      [one, undefined],
    ],
    [
      'what it refers to, the newest first',
      {
        References: `<a@b.example> <${one}@otklik-99.example> <${two}@otklik-99.example> <0100@eu-central-1.amazonses.com>`,
      },
      [two, one, undefined],
    ],
    [
      'the address before what it refers to',
      { To: `pishite+${one}@in.otklik-99.example`, References: `<${two}@otklik-99.example>` },
      [one, two, undefined],
    ],
    ['nothing by the references of another installation', { References: `<${one}@otklik-98.example>` }, [undefined]],
    ['a number in its subject', { Subject: 'Re: [99-260302-aaaaa] Яма' }, ['99-260302-AAAAA']],
    ['nothing by what looks like a number', { Subject: '199-260302-AAAAAA 9-260302-AAAAA' }, [undefined]],
  ] as const)('%s', async (_, headers, expected) => expect(names(await pointer(headers))).toEqual(expected))

  it('no more than a few, however many it names', async () => {
    const many = Array.from(
      { length: 2_000 },
      (_, at) => `<99-260302-aaaaa.${at + 1}.0123456789abcdef@otklik-99.example>`,
    ).join(' ')
    expect((await pointer({ References: many })).tokens.length).toBe(8)
  })
})
