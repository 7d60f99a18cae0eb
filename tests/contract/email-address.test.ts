// Which e-mail addresses are taken, and how they are kept.
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { emailAddress } from '../../functions/contract/email-address.ts'

it.each([
  ['zhitel@example.org', 'zhitel@example.org'],
  [' Zhitel.Ivanov+otklik@Example.ORG\n', 'Zhitel.Ivanov+otklik@example.org'],
  ['info@пример.рф', 'info@xn--e1afmkfd.xn--p1ai'],
  ['info@xn--e1afmkfd.xn--p1ai', 'info@xn--e1afmkfd.xn--p1ai'],
  ["o'neil_1@sub.example.co.uk", "o'neil_1@sub.example.co.uk"],
  [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
])('%j is kept as %s', (sent, kept) => {
  expect(z.parse(emailAddress, sent)).toBe(kept)
})

const domain = (length: number) => `${'a.'.repeat((length - 4) / 2)}aa.ru`.slice(-length)
it.each([
  ['nobody', 'email'],
  ['@example.org', 'email'],
  ['a@', 'email'],
  ['a@localhost', 'email'],
  ['a@127.0.0.1', 'email'],
  ['a@[127.0.0.1]', 'email'],
  ['a..b@example.org', 'email'],
  ['.a@example.org', 'email'],
  ['a b@example.org', 'email'],
  ['a@exa mple.org', 'email'],
  ['a@example.org/path', 'email'],
  ['a@-example.org', 'email'],
  ['<a@example.org>', 'email'],
  [`${'a'.repeat(65)}@example.org`, 'email'],
  [`${'a'.repeat(60)}@${domain(196)}`, 'email'],
  ['иван@пример.рф', 'email_local'],
])('%j is refused as %s', (sent, code) => {
  const [issue] = z.safeParse(emailAddress, sent).error!.issues
  expect(issue).toMatchObject({ code: 'custom', params: { code } })
})
