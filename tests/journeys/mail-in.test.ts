// A whole case by mail alone: written by mail, answered by a reply, asked and told by mail; and what mails of others come to.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpack } from '../../functions/store/packed.ts'
import { linkIn, open, openOwn, send } from '../../tools/visitor.ts'
import { type Received, replyTo, whole, write } from './mailing.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const citizen = 'zhitel@example.org'
const text = 'Здравствуйте! На улице Садовой в Грозном у дома 5 большая яма на дороге.'
const inbox = 'pishite@in.otklik-95.example'
let work: RegionAtWork

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
})
afterAll(() => work.end())

const events = async (caseId: string) => {
  await work.engine.idle()
  const { Items = [] } = await work.document.send(
    new QueryCommand({
      TableName: work.tableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': `C#${caseId}`, ':sk': 'E#' },
    }),
  )
  return Items.map(({ event }) => (unpack(event) as { type: string }).type)
}
const responderOf = async (caseId: string) => {
  for (const { responder } of work.region.organisations)
    if ((await work.mails(responder.email)).some(({ subject }) => subject.includes(caseId))) return responder.email
  throw new Error(`Nobody was told of ${caseId}.`)
}
const last = async (to: string) => whole(work, await work.lastMail(to))
const numberIn = (subject: string) => /\[(95-\d{6}-\w{5})\]/.exec(subject)![1]!
const countOf = async (to: string) => (await work.mails(to)).length

describe('a message by mail', () => {
  let caseId: string
  let responder: string
  /** The mail to the responder that asks for work. */
  let asked: Received

  it('becomes a case; its writer reads what was taken, and where an appeal is filed', async () => {
    await write(work, {
      from: `Житель <${citizen}>`,
      to: inbox,
      subject: 'Яма',
      text,
      messageId: '<first@example.org>',
    })
    const mail = await last(citizen)
    caseId = numberIn(mail.subject)
    expect(await events(caseId)).toEqual(['received', 'address_confirmed', 'assigned'])
    expect(mail.text).toContain('большая яма')
    expect(mail.text).toContain('не обращение по Федеральному закону № 59-ФЗ')
    expect(mail.text).toContain('ул. Примерная, 1')
    expect(mail.text).toContain('Можно просто ответить на это письмо')
    expect(mail.headers['reply-to']).toMatch(/^pishite\+95-\d{6}-\w{5}\.3\.[0-9a-z]{16}@in\.otklik-95\.example$/)
  })

  it('is one case, however often the mail comes', async () => {
    const before = await countOf(citizen)
    await write(work, {
      from: `Житель <${citizen}>`,
      to: inbox,
      subject: 'Яма',
      text,
      messageId: '<first@example.org>',
    })
    expect(await countOf(citizen)).toBe(before)
  })

  it('is one case when it is written again within the hour, and its writer is told so', async () => {
    const before = await countOf(citizen)
    await write(work, { from: citizen, to: inbox, subject: 'Яма', text, messageId: '<once-more@example.org>' })
    const told = await last(citizen)
    expect([await countOf(citizen), told.text.includes('меньше часа назад'), told.text.includes(caseId)]).toEqual([
      before + 1,
      ...[true, true],
    ])
  })

  it('is one case, too, when the queue tells of the mail again; of what is no mail nothing comes', async () => {
    const before = await countOf(citizen)
    const names = await allMails()
    await readAgain([names[0]!, 'mail/AMAZON_SES_SETUP_NOTIFICATION', 'mail/gone'])
    expect([names.length, await countOf(citizen)]).toEqual([3, before])
  })

  it('is asked about by the page, and the question answered by a reply', async () => {
    responder = await responderOf(caseId)
    const page = await open(linkIn((await last(responder)).text, '/a/', work.engine.apiUrl))
    await send(page, 'name="question"', { action: 'ask', question: 'Какой глубины яма?' })
    const asked = await last(citizen)
    expect(asked.text).toContain('Какой глубины яма?')
    await write(work, replyTo(asked, citizen, 'Сантиметров тридцать.\n\nОтправлено с iPhone'))
    expect((await events(caseId)).at(-1)).toBe('clarified')
    const told = await last(responder)
    expect(told.text).toContain('Сантиметров тридцать.')
    expect(told.text).not.toContain('iPhone')
  })

  it('takes no answer by mail in which a ready answer’s place was left', async () => {
    const before = await events(caseId)
    asked = await last(responder)
    await write(work, replyTo(asked, responder, 'Здравствуйте! [что сделано].'))
    expect(await events(caseId)).toEqual(before)
    expect((await last(responder)).text).toContain('слова в квадратных скобках')
    await write(work, { ...replyTo(asked, responder, ''), text: '' })
    expect((await last(responder)).text).toContain('не нашли ваших собственных слов')
  })

  it('is answered by the responder’s reply, who reads what of it was taken; a moderator approves it', async () => {
    await write(work, replyTo(asked, `Мастер <${responder}>`, 'Яму засыпали сегодня.\n\nС уважением,\nмастер'))
    expect(await work.get(caseId)).toMatchObject({ status: 'answer_review' })
    const receipt = await last(responder)
    expect(receipt.text).toContain('Яму засыпали сегодня.\n> \n> С уважением,\n> мастер')
    expect(receipt.text).not.toContain('> > ')
    const review = await work.lastMail(work.desk(caseId).moderators)
    expect(review.text).toContain('Яму засыпали сегодня.')
    await send(await open(linkIn(review.text, '/r/', work.engine.apiUrl)), 'value="approve"', {
      action: 'approve',
      'sure-approve': 'yes',
    })
    expect(await work.get(caseId)).toMatchObject({
      status: 'resolved',
      answer: { text: 'Яму засыпали сегодня.\n\nС уважением,\nмастер' },
    })
    expect((await last(citizen)).text).toContain('Яму засыпали сегодня.')
  })

  it('is not rated by a reply: its writer reads what to do, and the page does it', async () => {
    const answer = await last(citizen)
    const before = await events(caseId)
    const form = { method: 'POST', body: new URLSearchParams({ words: 'Спасибо!' }), redirect: 'manual' } as const
    const replied = await fetch(`${work.engine.mailboxUrl}/mails/${answer.id}`, form)
    expect(replied.status).toBe(303)
    const page = await (await fetch(`${work.engine.mailboxUrl}/mails/${answer.id}`)).text()
    expect(page).toContain(`Reply as ${citizen}`)
    expect(await events(caseId)).toEqual(before)
    expect((await last(citizen)).text).toContain('нажмите «Да, решена» или «Нет, не решена»')
    const own = await openOwn(linkIn(answer.text, '/t/', work.engine.apiUrl))
    await send(own, 'value="rate"', { action: 'rate', solved: 'yes', score: '5', 'sure-rate': 'yes' })
    expect(await work.get(caseId)).toMatchObject({ status: 'closed', rating: { solved: true } })
  })

  it('a second answer by mail changes nothing, and the responder is told', async () => {
    const mails = (await work.mails(responder)).filter(({ subject }) => subject.includes(caseId))
    const before = await events(caseId)
    await write(work, replyTo(await whole(work, mails[0]!), responder, 'Ещё раз: засыпали.'))
    expect(await events(caseId)).toEqual(before)
    expect((await last(responder)).text).toContain('Ваше письмо ничего не изменило')
  })
})

describe('a reply', () => {
  let caseId: string

  beforeAll(async () => {
    await write(work, { from: citizen, to: inbox, subject: 'Яма на Садовой', text: `${text} Ещё одна.` })
    caseId = numberIn((await last(citizen)).subject)
  })

  it('with a forged address becomes a message of its own', async () => {
    const { headers } = await last(citizen)
    const forged = headers['reply-to']!.replace(/.(?=@)/, (letter) => (letter === '0' ? '1' : '0'))
    const before = await events(caseId)
    await write(work, {
      from: 'forger@example.net',
      to: forged,
      subject: `Re: [${caseId}] Яма`,
      text: 'Закройте дело.',
    })
    expect(await events(caseId)).toEqual(before)
    const told = await last('forger@example.net')
    expect(numberIn(told.subject)).not.toBe(caseId)
    expect(told.text).not.toContain('Садовой')
  })

  it('from another address is a note that nobody vouches for, and is not answered', async () => {
    await write(work, replyTo(await last(citizen), 'neighbour@example.net', 'Это я, сосед. Яма и у меня.'))
    expect((await events(caseId)).at(-1)).toBe('noted')
    expect(await countOf('neighbour@example.net')).toBe(0)
  })

  it('in its reader’s name, but of a domain that does not vouch for it, is such a note, too', async () => {
    const before = await countOf(citizen)
    const reply = replyTo(await last(citizen), citizen, 'Отзываю своё сообщение.')
    await write(work, { ...reply, envelope: { from: 'spammer@example.net', to: reply.to as string } })
    expect((await events(caseId)).filter((type) => type === 'noted').length).toBe(2)
    expect(await countOf(citizen)).toBe(before)
  })

  it('is known by what it refers to, where the address lost its tag', async () => {
    const reply = replyTo(await last(citizen), citizen, 'Яма у самого подъезда.')
    await write(work, { ...reply, to: inbox, subject: 'Без темы' })
    expect((await events(caseId)).at(-1)).toBe('added')
  })

  it('is known by the number in its subject, of its own writer; of another it is a new message', async () => {
    await write(work, { from: citizen, to: inbox, subject: `Re: [${caseId}]`, text: 'Номер дома 5.' })
    expect((await events(caseId)).at(-1)).toBe('added')
    const before = await events(caseId)
    await write(work, {
      from: 'stranger@example.net',
      to: inbox,
      subject: `Re: [${caseId}]`,
      text: 'А у нас лифт стоит.',
    })
    expect(await events(caseId)).toEqual(before)
    expect(numberIn((await last('stranger@example.net')).subject)).not.toBe(caseId)
  })

  it('that nobody wrote changes nothing: out of office, a report, a mail of ours', async () => {
    const before = await events(caseId)
    const mails = await countOf(citizen)
    const reply = replyTo(await last(citizen), citizen, 'Я в отпуске до 10 марта.')
    await write(work, { ...reply, headers: { 'Auto-Submitted': 'auto-replied' } })
    await write(work, { ...reply, envelope: { from: '', to: reply.to as string }, messageId: '<bounce@example.org>' })
    await write(work, { ...reply, headers: { 'X-Otklik-Case': caseId }, messageId: '<ours@example.org>' })
    expect([await events(caseId), await countOf(citizen)]).toEqual([before, mails])
    const left = (await log('Inbox')).split('\n').filter((line) => line.includes('"MailLeft":1'))
    expect(left.map((line) => (JSON.parse(line) as { why: string }).why)).toEqual(['own'])
  })
})

describe('a new mail', () => {
  it('by a mailing list is a message, and its first mails are not sent', async () => {
    const from = 'by-list@example.org'
    const listed = { headers: { 'List-Id': '<dom5.example.org>', Precedence: 'list' } }
    await write(work, { from, to: inbox, subject: 'Дом 5', text: 'В Грозном не вывозят мусор.', ...listed })
    const cases = (await log('Inbox')).split('\n').filter((line) => line.includes('"as":"message"'))
    const { caseId, outcome } = JSON.parse(cases.at(-1)!) as { caseId: string; outcome: string }
    expect([outcome, (await events(caseId))[0], await countOf(from)]).toEqual(['created', 'received', 0])
  })

  it('with a document alone is a message that says so, and its writer is told what was not taken', async () => {
    const from = 'with-file@example.org'
    const attachments = [{ filename: 'акт осмотра.pdf', content: 'pdf', contentType: 'application/pdf' }]
    await write(work, { from, to: inbox, attachments })
    const mails = await work.mails(from)
    expect(mails.map(({ text }) => text).join()).toContain('В письме нет текста.')
    expect(mails.map(({ text }) => text).join()).toContain(
      '[К письму приложены файлы, которые не приняты: акт осмотра.pdf.]',
    )
    expect(mails.filter(({ text }) => text.includes('Ваше письмо принято не целиком')).length).toBe(1)
  })

  it.each([
    ['nothing in it', { text: '' }, 'нет ни текста, ни файлов'],
    [
      'what nobody here can read',
      { raw: `From: sealed@example.org\r\nTo: ${inbox}\r\nContent-Type: application/pkcs7-mime\r\n\r\nMIIB` },
      'зашифровано',
    ],
  ])('with %s is none, and its writer is told', async (name, content, words) => {
    const from = 'raw' in content ? 'sealed@example.org' : 'empty@example.org'
    const envelope = { from, to: inbox }
    await write(work, { from, to: inbox, messageId: `<${name.length}@example.org>`, envelope, ...content })
    expect((await work.mails(from)).map(({ subject, text }) => [subject, text.includes(words)])).toEqual([
      ['О вашем письме', true],
    ])
  })

  it('to an address that the region does not receive is refused at the door', async () => {
    await expect(write(work, { from: citizen, to: 'a@other.example', text: 'Яма.' })).rejects.toThrow(
      'No such mailbox here',
    )
  })
})

it('of two programs that answer each other without a mark, the region’s falls silent', async () => {
  const robot = 'robot@example.net'
  for (let turn = 1; turn <= 6; turn += 1)
    await write(work, {
      from: robot,
      to: inbox,
      subject: `Принято ${turn}`,
      text: `Ваша заявка ${turn} зарегистрирована, яма в Грозном.`,
    })
  expect(await countOf(robot)).toBe(5)
})

it('a mail that is dropped as a file is taken', async () => {
  const { folder } = work.engine.mailsIn!
  const eml = `From: file@example.org\r\nTo: ${inbox}\r\nSubject: =?koi8-r?B?8c3B?=\r\nContent-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: base64\r\n\r\n8c3BIM7BIPPBxM/Xz8ou\r\n`
  writeFileSync(join(folder, 'one.eml'), eml)
  for (let look = 0; look < 50 && (await countOf('file@example.org')) === 0; look += 1) await pause(100)
  expect((await last('file@example.org')).text).toContain('Яма на Садовой.')
  expect(readFileSync(join(folder, 'taken', 'one.eml'), 'utf8')).toBe(eml)
})

it('every mail, told of once more, changes nothing and is answered by nothing', async () => {
  const stand = async () => {
    const { Items = [] } = await work.document.send(new ScanCommand({ TableName: work.tableName }))
    const cases = Items.filter(({ pk }) => String(pk).startsWith('C#')).map(({ pk, sk }) => `${pk} ${sk}`)
    const mails = (await (await fetch(`${work.engine.mailboxUrl}/api/mails?limit=1000`)).json()) as unknown[]
    return [cases.sort(), mails.length]
  }
  const before = await stand()
  const names = await allMails()
  expect(names.length).toBeGreaterThan(20)
  await readAgain(names)
  expect(await stand()).toEqual(before)
})

it('what mails say is in personal items and texts alone, and in no log', async () => {
  const { Items = [] } = await work.document.send(new ScanCommand({ TableName: work.tableName }))
  const open = Items.filter(({ pk, sk }) => !(String(pk).startsWith('C#') && /^(?:P#|T#)/.test(String(sk))))
  const logs = await log('Inbox')
  for (const word of ['Садов', 'example.org', 'example.net', 'сосед', 'отпуске'])
    expect([word, JSON.stringify(open).includes(word), logs.includes(word)]).toEqual([word, false, false])
})

/** What a function wrote. */
async function log(name: string): Promise<string> {
  await work.engine.idle()
  const folder = join(work.dataDir, 'logs')
  return readFileSync(
    join(
      folder,
      readdirSync(folder).find((file) => file.startsWith(name))!,
    ),
    'utf8',
  )
}

const aws = { region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }

/** The names of all mails in the bucket. */
async function allMails(): Promise<string[]> {
  const { outputs, endpoints } = work.engine
  const s3 = new S3Client({ ...aws, endpoint: endpoints['AWS_ENDPOINT_URL_S3']!, forcePathStyle: true })
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: outputs['MailsBucket']! }))
  return Contents.map(({ Key }) => Key!)
}

/** As SQS may: the same messages again. */
async function readAgain(mails: readonly string[]): Promise<void> {
  const { outputs, endpoints } = work.engine
  const sqs = new SQSClient({ ...aws, endpoint: endpoints['AWS_ENDPOINT_URL_SQS']! })
  for (const mail of mails)
    await sqs.send(
      new SendMessageCommand({ QueueUrl: outputs['MailsQueueUrl']!, MessageBody: JSON.stringify({ v: 1, mail }) }),
    )
  await work.engine.idle()
}
