// What a region's file may ask of AWS at its extremes, made from a real file: a domain of its own, a trial beside it,
// production, every limited number at its least and at its most. Called by npm run variants, for cfn-lint and the emulator, and by the
// stack's tests.
import { checkRegion, loadRegion } from './load.ts'
import type { Region } from './schema.ts'
import { atStage } from './stages.ts'

const account = '123456789012'
const long = 'Центр управления регионом '.repeat(8).trim()

/** With what stands around it in the variant, an address of the greatest length. */
const longName = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(47)}`
const longDomain = `${'d'.repeat(63)}.${'e'.repeat(63)}.${'f'.repeat(45)}.gov.ru`

/** What differs from the file, by path. */
const variants: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  own: {
    'mail.domain': 'otklik-95.gov.ru',
    'mail.from': 'noreply@otklik-95.gov.ru',
    'mail.inbox.address': 'pishite@in.otklik-95.gov.ru',
    'watch.dashboard': true,
    'watch.canary': 240,
  },
  least: {
    'web.requestsPerSecond': 1,
    'web.burst': 1,
    'mail.messagesPerSecond': 1,
    'mail.inbox.keptDays': 1,
    'retention.personalDataDays': 30,
    'retention.logDays': 1,
    'retention.auditDays': 90,
    'watch.canary': 5,
  },
  most: {
    'aws.region': 'ap-southeast-2',
    'web.waf': true,
    'api.webhooks': true,
    'web.photos': true,
    'web.passkeys': { requiredFor: ['operator', 'moderator', 'administrator'] },
    'web.requestsPerSecond': 10_000,
    'web.burst': 5_000,
    'mail.messagesPerSecond': 1_000,
    'mail.domain': longDomain,
    'mail.from': `noreply@${longDomain}`,
    'mail.displayName': long,
    'mail.tls': 'required',
    'mail.inbox.keptDays': 90,
    'mail.inbox.address': `${'i'.repeat(22)}@${longDomain}`,
    'retention.personalDataDays': 3_660,
    'retention.logDays': 3_653,
    'retention.auditDays': 3_660,
    'watch.dashboard': true,
    'watch.canary': 240,
    alarmRecipients: Array.from({ length: 10 }, (_, index) => `duty-${index}@otklik-95.example`),
  },
  production: {
    production: true,
    'aws.account': account,
    'web.waf': true,
    'web.publicUrl': `https://${longName}.otklik-95.example`,
    'web.certificateArn': `arn:aws:acm:eu-central-1:${account}:certificate/12345678-1234-1234-1234-123456789012`,
  },
}

/** Each variant of a region by name; all pass the check that every file passes. @throws Error naming what does not. */
export function variantsOf(code: string): Readonly<Record<string, Region>> {
  const made = Object.entries(variants).map(([name, changes]) => {
    const { federalCalendar: _, outlines: __, stage: ___, emblem: ____, ...whole } = loadRegion(code)
    const file: Record<string, unknown> = structuredClone(whole)
    for (const [path, value] of Object.entries(changes)) put(file, path.split('.'), value)
    // A region that has an account must have domains of its own.
    const own = JSON.stringify(file).replaceAll('.example', changes['production'] ? '.gov.ru' : '.example')
    const check = checkRegion(JSON.parse(own))
    if ('mistakes' in check) throw new Error(`The variant ${name} has mistakes: ${JSON.stringify(check.mistakes)}`)
    return [name, check.region] as const
  })
  const all: Record<string, Region> = Object.fromEntries(made)
  return { ...all, test: atStage(all['own']!, 'test') }
}

function put(object: Record<string, unknown>, [key, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) object[key!] = value
  else put((object[key!] ??= {}) as Record<string, unknown>, rest, value)
}
