// What is read of a mail, in every charset and however broken: whoever sends one need not know how it ought to be written.
import { describe, expect, it } from 'vitest'
import { filesMeant } from '../../functions/inbox/files.ts'
import { idOf } from '../../functions/inbox/incoming.ts'
import { readMail } from '../../functions/inbox/read-mail.ts'
import { eml, inCharset, multipart, transfer } from './eml.ts'

const pangram = 'Съешь ещё этих мягких французских булок, да выпей чаю.'
const charsets = ['koi8-r', 'koi8-u', 'windows-1251', 'iso-8859-5', 'ibm866', 'utf-8'] as const
const encodings = ['8bit', 'quoted-printable', 'base64'] as const
const word = (text: string, charset: string) => `=?${charset}?B?${inCharset(text, charset).toString('base64')}?=`
const encoded = (charset: string, encoding: keyof typeof transfer, type = 'text/plain') =>
  [
    `Content-Type: ${type}; charset=${charset}\r\nContent-Transfer-Encoding: ${encoding}`,
    transfer[encoding](inCharset(pangram, charset)),
  ] as const

describe('text, subject and names of files read the same in', () => {
  it.each(charsets.flatMap((charset) => encodings.map((encoding) => [charset, encoding] as const)))(
    '%s, %s',
    async (charset, encoding) => {
      const file = `Content-Type: application/pdf; name="${word('акт осмотра.pdf', charset)}"\r\nContent-Disposition: attachment`
      const mail = await readMail(
        multipart('multipart/mixed', [encoded(charset, encoding), [file, 'pdf']], {
          Subject: word('Ещё раз про яму', charset),
        }),
      )
      expect([mail.text.trim(), mail.subject, mail.files[0]!.name]).toEqual([
        pangram,
        'Ещё раз про яму',
        'акт осмотра.pdf',
      ])
    },
  )

  it.each(['koi8-r', 'windows-1251', 'iso-8859-5', 'us-ascii', 'iso-8859-1'])(
    'UTF-8 that is called %s',
    async (label) => {
      const { text } = await readMail(
        eml({ 'Content-Type': `text/plain; charset=${label}`, 'Content-Transfer-Encoding': '8bit' }, pangram),
      )
      expect(text.trim()).toBe(pangram)
    },
  )

  it.each(['koi8-r', 'windows-1251', 'utf-8'])('%s without a word of it', async (charset) => {
    const { text } = await readMail(eml({ 'Content-Type': 'text/plain' }, inCharset(pangram, charset)))
    const { text: bare } = await readMail(eml({}, inCharset(pangram, charset)))
    expect([text.trim(), bare.trim()]).toEqual([pangram, pangram])
  })

  it('windows-1251 that is called x-nonsense', async () => {
    const { text } = await readMail(
      eml({ 'Content-Type': 'text/plain; charset=x-nonsense' }, inCharset(pangram, 'windows-1251')),
    )
    expect(text.trim()).toBe(pangram)
  })

  it('iso-2022-jp as quoted-printable, and gb2312 with letters beyond it', async () => {
    const japanese = Buffer.from('\u001b$B$3$s$K$A$O\u001b(B', 'latin1')
    const read = async (charset: string, bytes: Buffer) =>
      (
        await readMail(
          eml(
            { 'Content-Type': `text/plain; charset=${charset}`, 'Content-Transfer-Encoding': 'quoted-printable' },
            transfer['quoted-printable'](bytes),
          ),
        )
      ).text.trim()
    expect(await read('iso-2022-jp', japanese)).toBe('こんにちは')
    expect(await read('gb2312', Buffer.from('c4e3bac38146', 'hex'))).toBe('你好丗')
  })

  it('French stays French', async () => {
    const french = 'Le château fort se trouve à côté de la forêt, où l’été est déjà là.'.replace('’', "'")
    const { text } = await readMail(
      eml(
        { 'Content-Type': 'text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding': '8bit' },
        inCharset(french, 'windows-1252'),
      ),
    )
    expect(text.trim()).toBe(french)
  })
})

describe('names of files', () => {
  const named = async (header: string) =>
    (await readMail(multipart('multipart/mixed', [[`Content-Type: application/pdf\r\n${header}`, 'x']]))).files[0]!.name
  it.each([
    ['a wrong charset', "Content-Disposition: attachment; filename*=us-ascii''caf%F6.pdf", 'cafö.pdf'],
    ['a path', 'Content-Disposition: attachment; filename="../../etc/passwd"', 'passwd'],
    ['a path of Windows', 'Content-Disposition: attachment; filename="C:\\\\dir\\\\a.pdf"', 'a.pdf'],
    ['none', 'Content-Disposition: attachment', ''],
    [
      'three hundred letters',
      `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent('ж'.repeat(300))}`,
      'ж'.repeat(100),
    ],
  ])('%s', async (_, header, name) => expect(await named(header)).toBe(name))
})

describe('what a mail says', () => {
  it('is its HTML where the plain part is blank; styles, scripts and hidden lines are not read', async () => {
    const html =
      '<style>p{}</style><div style="display:none">Скрыто</div><p>Яма &amp; лужа</p><script>alert(1)</script>'
    const { text } = await readMail(
      multipart('multipart/alternative', [
        ['Content-Type: text/plain; charset=utf-8', ' \r\n'],
        ['Content-Type: text/html; charset=utf-8', html],
      ]),
    )
    expect(text.trim()).toBe('Яма & лужа')
  })

  it('is cut nowhere in a first mail: a quotation, signs, dashes and labels are its writer’s', async () => {
    const html =
      '<p>Мне ответили:</p><blockquote>Ждите.</blockquote><p># 5</p><p>--</p><p>От: остановки до школы темно.</p>'
    const { text } = await readMail(eml({ 'Content-Type': 'text/html; charset=utf-8' }, html))
    expect(text.split('\n').filter(Boolean)).toEqual([
      'Мне ответили:',
      'Ждите.',
      '# 5',
      '--',
      'От: остановки до школы темно.',
    ])
  })

  it('is that of the outer mail, where another is attached: its text, its ids and its files stay in it', async () => {
    const inner = eml(
      { 'Message-ID': '<inner@example.org>', References: '<other@otklik-99.example>' },
      'Внутреннее письмо.',
    )
    const mail = await readMail(
      multipart('multipart/mixed', [
        ['Content-Type: text/plain; charset=utf-8', 'Пересылаю.'],
        ['Content-Type: message/rfc822', inner],
      ]),
    )
    expect([mail.text.trim(), mail.references, mail.files.map(({ type }) => type)]).toEqual([
      'Пересылаю.',
      [],
      ['message/rfc822'],
    ])
  })

  it('is kept with emoji, and without what no text may have', async () => {
    const { subject, text } = await readMail(
      eml({ 'Content-Type': 'text/plain; charset=utf-8', Subject: '=?utf-8?B?8J+Yt/Cfh7fwn4e6?=' }, 'Яма 😷\u0000'),
    )
    expect([subject, text.startsWith('Яма 😷')]).toEqual(['😷🇷🇺', true])
  })

  it('is nothing where it is encrypted, and its text where it is only signed', async () => {
    const sealed = await readMail(
      eml({ 'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m' }, 'MIIB'),
    )
    const signed = await readMail(
      multipart('multipart/signed', [
        ['Content-Type: text/plain; charset=utf-8', 'Яма.'],
        ['Content-Type: application/pkcs7-signature; name=smime.p7s', 'MIIB'],
      ]),
    )
    expect([sealed.isSealed, signed.isSealed, signed.text.trim(), signed.files]).toEqual([true, false, 'Яма.', []])
  })

  it('of a calendar alone is no text: the invitation is a file, and asks nothing', async () => {
    const { text, files } = await readMail(
      eml({ 'Content-Type': 'text/calendar; method=REQUEST; charset=utf-8' }, 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'),
    )
    expect([text.trim(), files.map(({ type }) => type)]).toEqual(['', ['text/calendar']])
  })

  it('of Outlook’s winmail.dat is a file that is named', async () => {
    const { text, files } = await readMail(
      eml(
        {
          'Content-Type': 'application/ms-tnef; name=winmail.dat',
          'Content-Disposition': 'attachment; filename=winmail.dat',
        },
        'x',
      ),
    )
    expect([text.trim(), files.map(({ name }) => name)]).toEqual(['', ['winmail.dat']])
  })
})

it('a logo within a text is no file of its sender’s; a pasted photo is', async () => {
  const image = (bytes: number, disposition: string) =>
    [
      `Content-Type: image/png; name=a.png\r\nContent-ID: <a${bytes}>\r\nContent-Disposition: ${disposition}\r\nContent-Transfer-Encoding: base64`,
      transfer.base64(Buffer.alloc(bytes, 7)),
    ] as const
  const mail = await readMail(
    multipart('multipart/related', [
      ['Content-Type: text/html; charset=utf-8', '<img src="cid:a2000"><img src="cid:a90000">'],
      image(2_000, 'inline'),
      image(90_000, 'inline'),
      image(3_000, 'attachment; filename=b.png'),
    ]),
  )
  expect(
    filesMeant({ files: mail.files.map((file) => ({ ...file, isInline: file.name !== 'b.png' })) }).map(
      ({ content }) => content.length,
    ),
  ).toEqual([90_000, 3_000])
})

describe('who wrote is the one address in From', () => {
  it.each([
    ['a name in quotes', '"Иванов, И." <IVANOV@Example.org>', 'ivanov@example.org'],
    ['a name that is an address', '"boss@admin.example" <spy@example.net>', 'spy@example.net'],
    ['two', 'a@example.org, b@example.org', undefined],
    ['none', 'Житель', undefined],
  ])('%s', async (_, From, address) => expect((await readMail(eml({ From }))).from?.address).toBe(address))

  it('and nobody where there are two From', async () => {
    const raw = Buffer.concat([Buffer.from('From: a@example.org\r\n'), eml({})])
    expect((await readMail(raw)).from).toBeUndefined()
  })
})

it('it was sent to whom its headers say, and whom servers noted', async () => {
  const { to } = await readMail(
    eml({
      Received:
        'from a by inbound-smtp.eu-central-1.amazonaws.com with SMTP id x for Hidden+Tag@in.otklik-99.example; Mon, 2 Mar 2026',
      'Delivered-To': 'delivered@example.org',
      To: 'Один <a@example.org>, b@example.org',
      Cc: 'Группа: c@example.org;',
    }),
  )
  expect(to).toEqual([
    'hidden+tag@in.otklik-99.example',
    'delivered@example.org',
    'a@example.org',
    'b@example.org',
    'c@example.org',
  ])
})

describe('a mail is known', () => {
  const id = async (raw: Buffer) => idOf(await readMail(raw), raw)
  it('by its sender and their id, whatever servers add and lists put below', async () => {
    const one = eml({ 'Message-ID': '<1@example.org>' })
    const two = eml({ Received: 'from b', 'Message-ID': '<1@example.org>' }, 'Яма на дороге.\r\n-- \r\nСписок')
    const three = eml({ From: 'other@example.org', 'Message-ID': '<1@example.org>' })
    expect([(await id(one)) === (await id(two)), (await id(one)) === (await id(three))]).toEqual([true, false])
  })

  it('without an id by what it says', async () => {
    const [one, same, other] = [
      eml({ Received: 'from a' }),
      eml({ Received: 'from b' }),
      eml({ Received: 'from a' }, 'Лужа.'),
    ]
    expect([(await id(one)) === (await id(same)), (await id(one)) === (await id(other))]).toEqual([true, false])
  })
})

describe('a hostile mail is read or refused, and quickly', () => {
  const timed = async (raw: Buffer) => {
    const begun = performance.now()
    const outcome = await readMail(raw).then(
      ({ text }) => text.length,
      (error: Error) => error.constructor.name,
    )
    expect(performance.now() - begun).toBeLessThan(8_000)
    return outcome
  }
  it.each([
    ['ten megabytes of blanks', eml({ 'Content-Type': 'text/plain; charset=utf-8' }, ' '.repeat(10_000_000))],
    ['twenty thousand divs', eml({ 'Content-Type': 'text/html; charset=utf-8' }, '<div>'.repeat(20_000))],
    ['quotations in quotations', eml({ 'Content-Type': 'text/html; charset=utf-8' }, '<blockquote>'.repeat(5_000))],
    [
      'a photo of 39 MB',
      multipart('multipart/mixed', [
        ['Content-Type: text/plain', 'a'],
        ['Content-Type: image/jpeg\r\nContent-Transfer-Encoding: base64', `${'A'.repeat(76)}\r\n`.repeat(500_000)],
      ]),
    ],
    [
      'two thousand links',
      eml({ 'Content-Type': 'text/html; charset=utf-8' }, '<a href="https://a.example/x">b</a>'.repeat(2_000)),
    ],
  ])('%s', async (_, raw) => expect(await timed(raw)).toEqual(expect.any(Number)))

  it.each([
    ['headers without end', Buffer.from(`From: a@example.org\r\n${'X-A: b\r\n'.repeat(100_000)}\r\n`)],
    [
      'a hundred thousand empty parts',
      eml({ 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\r\n\r\n'.repeat(100_000)),
    ],
    [
      'a nest of a thousand',
      eml(
        { 'Content-Type': 'multipart/mixed; boundary=b0' },
        Array.from(
          { length: 1_000 },
          (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
        ).join(''),
      ),
    ],
  ])('%s', async (_, raw) => expect(await timed(raw)).toEqual(expect.any(String)))

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 256))],
  ])('%s', async (_, raw) => {
    expect(await timed(raw)).toEqual(expect.any(Number))
  })
})
