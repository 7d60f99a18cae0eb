// What the courier by e-mail makes of SES's answers: sent, refused, later, or nobody knows.
import { SESClient, SESServiceException } from '@aws-sdk/client-ses'
import { simpleParser } from 'mailparser'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Parcel } from '../../functions/mail/courier.ts'
import { emailCourier } from '../../functions/mail/couriers/email.ts'
import { littleRegion } from '../little-region.ts'

const region = littleRegion()
const parcel: Parcel = {
  region,
  notices: [{ caseId: '99-260302-AAAAA', seq: 2 }],
  recipient: 'north-office-responder',
  letter: { subject: 'Обращение', preheader: '', blocks: [], footer: [] },
  language: 'ru',
  to: { address: 'a@little.example', name: 'А' },
  at: '2026-03-02T07:00:00.000Z',
  random: (size) => Buffer.alloc(size, 7),
}
const courier = emailCourier(() => 'a-set')
const says = (name: string, httpStatusCode: number, message = name) =>
  new SESServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode } })
const answer = (error: Error) => vi.spyOn(SESClient.prototype, 'send').mockRejectedValue(error)
afterEach(() => void vi.restoreAllMocks())

it('sends one message to one address, as the region, with the tags that name its notices', async () => {
  const send = vi.spyOn(SESClient.prototype, 'send').mockResolvedValue({ MessageId: 'mail-1' } as never)
  expect(await courier.send(parcel)).toEqual({ outcome: 'sent', id: 'mail-1' })
  const { RawMessage, ...input } = send.mock.calls[0]![0].input as { RawMessage: { Data: Buffer } }
  expect(input).toEqual({
    Source: region.mail.from,
    Destinations: ['a@little.example'],
    ConfigurationSetName: 'a-set',
    Tags: [
      { Name: 'recipient', Value: 'north-office-responder' },
      { Name: 'notices-1', Value: '99-260302-AAAAA-2' },
    ],
  })
  expect(RawMessage.Data.toString()).toContain('X-Otklik-Case: 99-260302-AAAAA')
})

it('leads replies where they act, or to the mailbox that people read; both refer to the thread', async () => {
  const send = vi.spyOn(SESClient.prototype, 'send').mockResolvedValue({ MessageId: 'mail-1' } as never)
  const token = '99-260302-aaaaa.2.0123456789abcdef'
  await courier.send({ ...parcel, replies: { address: `pishite+${token}@in.otklik-99.example`, token } })
  await courier.send(parcel)
  const mails = await Promise.all(
    send.mock.calls.map(([{ input }]) => simpleParser((input as { RawMessage: { Data: Buffer } }).RawMessage.Data)),
  )
  const thread = '<99-260302-AAAAA.north-office-responder@otklik-99.example>'
  expect(mails.map(({ replyTo, references, inReplyTo }) => [replyTo?.text, [references].flat(), inReplyTo])).toEqual([
    [`pishite+${token}@in.otklik-99.example`, [thread, `<${token}@otklik-99.example>`], thread],
    [region.mail.replyTo, [thread], thread],
  ])
})

describe('an answer of SES', () => {
  it.each([
    ['MessageRejected', 400, 'Email address is not verified: a@little.example'],
    ['InvalidParameterValue', 400, 'Local address contains control or whitespace'],
  ])('%s is a refusal of the recipient', async (name, status, message) => {
    answer(says(name, status, message))
    expect(await courier.send(parcel)).toMatchObject({ outcome: 'refused', fault: 'recipient' })
  })

  it.each([
    ['Throttling', 400, 'Maximum sending rate exceeded.'],
    ['Throttling', 400, 'Daily message quota exceeded.'],
    ['AccountSendingPausedException', 400, 'Paused'],
    ['ConfigurationSetSendingPausedException', 400, 'Paused'],
    ['MailFromDomainNotVerifiedException', 400, 'Not verified'],
    ['AccessDenied', 403, 'Not authorized'],
    ['ExpiredToken', 403, 'Expired'],
    ['MessageRejected', 400, 'Sending suspended for this account.'],
    ['MessageRejected', 400, `Email address is not verified: ${region.mail.from}`],
  ])('%s (%i, %s) is no refusal: it is tried again', async (name, status, message) => {
    answer(says(name, status, message))
    expect(await courier.send(parcel)).toMatchObject({ outcome: 'later' })
  })

  it.each([says('ServiceUnavailable', 503), says('InternalFailure', 500), new Error('socket hang up')])(
    '%s leaves it open whether the mail was sent',
    async (error) => {
      answer(error)
      await expect(courier.send(parcel)).rejects.toBe(error)
    },
  )
})

it('refuses a letter that cannot be composed, without asking SES', async () => {
  const send = vi.spyOn(SESClient.prototype, 'send')
  const handed = await courier.send({ ...parcel, letter: { ...parcel.letter, blocks: undefined as never } })
  expect(handed).toMatchObject({ outcome: 'refused', fault: 'letter' })
  expect(send).not.toHaveBeenCalled()
})
