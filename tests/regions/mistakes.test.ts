// Every kind of mistake in a region's file is found, at its path and in words that say what to do. Each case spoils
// one place of a valid file.
import { expect, test } from 'vitest'
import { checkRegion } from '../../regions/load.ts'
import { mistakesIn, spoilt, valid } from './spoilt.ts'

const { settlements, topicGroups, topics, routes, operators } = valid
const absent = undefined
const certificateArn = 'arn:aws:acm:eu-north-1:123456789012:certificate/12345678-1234-1234-1234-123456789012'

test('a region without mistakes is given back whole, with the federal calendar beside its own', () => {
  const check = checkRegion(valid)
  expect(check).toHaveProperty('region.code', '87')
  expect(check).toHaveProperty('region.federalCalendar.2026')
  expect(check).toHaveProperty('region.web.waf', false)
})

test('an e-mail address with a Russian domain is kept as SES takes it', () => {
  const check = checkRegion(JSON.parse(spoilt(['operators[0].email', 'operator@пример.рф'])))
  expect(check).toHaveProperty('region.operators[0].email', 'operator@xn--e1afmkfd.xn--p1ai')
})

test.each<[what: string, place: string, value: unknown, path: string, message: RegExp]>([
  ['an unknown setting', 'colour', 'blue', 'colour', /not known here: correct the spelling or remove/],
  ['an unknown setting deep inside', 'topics[1].colour', 'blue', 'topics[1].colour', /not known here/],
  ['something missing', 'phone', absent, 'phone', /is missing: add it/],
  ['a wrong kind of value', 'municipalities[0].centre.lat', '64', 'municipalities[0].centre.lat', /must be a number/],
  ['a number out of range', 'municipalities[0].centre.lat', 95, 'municipalities[0].centre.lat', /at most 90/],
  [
    'a value not offered',
    'policy.extension.message.grantedBy',
    'mayor',
    'policy.extension.message.grantedBy',
    /"automatic" or "operator"/,
  ],
  ['an empty list', 'topics[0].keywords', [], 'topics[0].keywords', /add at least one/],
  ['a bad time zone', 'timeZone', 'Asia/Pevek', 'timeZone', /IANA time zone/],
  ['a bad e-mail', 'operators[0].email', 'operator', 'operators[0].email', /must be an e-mail address/],
  [
    'an e-mail SES cannot send to',
    'operators[0].email',
    'иван@пример.рф',
    'operators[0].email',
    /Latin letters before/,
  ],
  ['a bad id', 'municipalities[0].id', 'Анадырь', 'municipalities[0].id', /lower-case latin words/],
  ['a day that is none', 'calendar.holidays', { '2026-02-30': 'x' }, 'calendar.holidays.2026-02-30', /must be a date/],
  ['a season that is none', 'topics[2].season.from', '13-01', 'topics[2].season.from', /month and day/],
  [
    'hours turned round',
    'calendar.workingHours.mon',
    ['18:00-09:00'],
    'calendar.workingHours.mon[0]',
    /begin before it ends/,
  ],
  ['a term of nothing', 'policy.terms.message.rating.amount', 0, 'policy.terms.message.rating.amount', /more than 0/],

  [
    'a repeated id',
    `topics[${topics.length}]`,
    topics[0],
    `topics[${topics.length}].id`,
    /already the id of topics\[0\]/,
  ],
  [
    'two persons under one id',
    'operators[1].id',
    operators[0]!.id,
    'operators[1].id',
    /already operators\[0\], with another e-mail/,
  ],
  ['a text missing in a language', 'topics[2].name.en', absent, 'topics[2].name', /no text in "en"/],
  [
    'a person of another language',
    'moderators[0].language',
    'ce',
    'moderators[0].language',
    /not a language of the region/,
  ],
  [
    'a place nowhere',
    'places',
    [{ id: 'stop', name: 'Остановка', municipality: 'magadan' }],
    'places[0].municipality',
    /no municipality "magadan"/,
  ],
  [
    'a place that is called like a municipality',
    'places',
    [{ id: valid.municipalities[0]!.id, name: 'Остановка', municipality: valid.municipalities[0]!.id }],
    'places[0].id',
    /is a municipality, to which links lead by its id/,
  ],
  [
    'a settlement nowhere',
    'settlements[3].municipalities',
    ['magadan'],
    'settlements[3].municipalities[0]',
    /no municipality "magadan"/,
  ],
  [
    'a landmark nowhere',
    'landmarks',
    [{ name: 'школа №7', municipality: 'magadan' }],
    'landmarks[0].municipality',
    /no municipality "magadan"/,
  ],
  ['a landmark without a place', 'landmarks', [{ name: 'школа №7' }], 'landmarks[0]', /"школа №7" lies nowhere/],
  [
    'a landmark beyond the borders',
    'landmarks',
    [{ name: 'школа №7', at: { lat: 10, lon: 10 } }],
    'landmarks[0].at',
    /"школа №7" lies outside the region/,
  ],
  [
    'an organisation nowhere',
    'organisations[8].municipality',
    'magadan',
    'organisations[8].municipality',
    /no municipality "magadan"/,
  ],
  [
    'a route nowhere',
    'routes[0].municipalities',
    ['magadan'],
    'routes[0].municipalities[0]',
    /no municipality "magadan"/,
  ],
  ['a route to nobody', 'routes[1].organisation', 'enrgy', 'routes[1].organisation', /no organisation "enrgy"/],
  [
    'a route for no topic',
    'routes[2].topics',
    ['transport.flight'],
    'routes[2].topics[0]',
    /no topic or group "transport.flight"/,
  ],
  ['a topic outside the groups', 'topics[0].id', 'road.snow', 'topics[0].id', /no topic group "road"/],
  [
    'a group without topics',
    `topicGroups[${topicGroups.length}]`,
    { id: 'fishing', name: { ru: 'Рыбалка', en: 'Fishing' } },
    `topicGroups[${topicGroups.length}]`,
    /has no topic/,
  ],
  ['an administration of no place', 'organisations[0].municipality', absent, 'organisations[0]', /which municipality/],
  [
    'two administrations of a place',
    'organisations[1].municipality',
    'anadyr',
    'organisations[1].municipality',
    /already administered by organisations\[0\]/,
  ],
  [
    'a ready answer for nothing',
    'templates[0].topics',
    ['roof.*'],
    'templates[0].topics[0]',
    /no topic or group "roof/,
  ],
  [
    'a ready answer with an unknown variable',
    'templates[0].text.ru',
    'Здравствуйте, {name}!',
    'templates[0].text.ru',
    /"\{name\}" is filled in by nobody: take \{place\}/,
  ],
  ['the word of routes as an id', 'organisations[9].id', 'municipality', 'organisations[9].id', /take another id/],
  [
    'an alias of two municipalities',
    'municipalities[3].aliases',
    ['БИЛИБИНСКИЙ РАЙОН'],
    'municipalities[3]',
    /already a name of municipalities\[2\]/,
  ],
  [
    'a settlement called like another municipality',
    'settlements[5].aliases',
    ['Анадырь'],
    'settlements[5]',
    /already a name of municipalities\[0\]/,
  ],
  [
    'one settlement in two entries',
    `settlements[${settlements.length}]`,
    { name: 'угольные-копи', municipalities: ['bilibino'] },
    `settlements[${settlements.length}]`,
    /one entry that lists all municipalities/,
  ],
  [
    'a key word of two topics',
    'topics[3].keywords[0]',
    'Гололёд',
    'topics[3].keywords[0]',
    /overlapping key words: "Гололёд" is also topics\[2\]/,
  ],
  [
    'a key word taken back',
    'topics[0].notKeywords',
    ['выбоина'],
    'topics[0].keywords[3]',
    /also among the topic's notKeywords/,
  ],
  [
    'a topic without a responder',
    `routes[${routes.length - 1}].topics`,
    ['roads.*'],
    'topics[13]',
    /nobody answers for "transport.few": add a route/,
  ],
  [
    'a topic without a responder somewhere',
    `routes[${routes.length - 1}].municipalities`,
    ['anadyr', 'pevek'],
    'topics[0]',
    /nobody answers for "roads.pothole" in anadyrskiy, bilibino/,
  ],
  [
    'a place without an administration',
    'organisations[2].kind',
    'regional',
    'municipalities[2]',
    /administration of "bilibino": add an organisation/,
  ],
  [
    'a route that never decides',
    `routes[${routes.length}]`,
    { topics: ['roads.*'], organisation: 'energy' },
    `routes[${routes.length}]`,
    /never decides/,
  ],
  [
    'a week without work',
    'calendar.workingHours',
    { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    'calendar.workingHours',
    /no working hours at all/,
  ],
  [
    'hours in disorder',
    'calendar.workingHours.tue',
    ['14:00-17:45', '09:00-14:30'],
    'calendar.workingHours.tue',
    /from morning to evening/,
  ],
  [
    'a mode of an unknown group',
    'routing.modes',
    { roods: 'auto' },
    'routing.modes["roods"]',
    /there is no group of topics "roods"/,
  ],
  ['a mode that there is none of', 'routing.modes', { '*': 'boldly' }, 'routing.modes.*', /suggest/],
  ['answers of an unknown topic', 'public.answers', ['no.such'], 'public.answers[0]', /there is no topic or group/],
  ['answers of a topic that is closed', 'public.answers', ['health.*'], 'public.answers[0]', /within public\.topics/],
  [
    'a municipality named like a page',
    'municipalities[0].id',
    'answers',
    'municipalities[0].id',
    /another public page/,
  ],
  ['production without a firewall', 'production', true, 'web.waf', /is missing where "production" is true/],
  ['production without its own address', 'production', true, 'web.publicUrl', /is missing where "production" is true/],
  [
    'production that answers nowhere',
    'production',
    true,
    'web.certificateArn',
    /without a certificate nothing answers at web.publicUrl/,
  ],
  ['production in no matter whose account', 'production', true, 'aws.account', /is missing where "production" is true/],
  ['people of production without real mail', 'production', true, 'operators[0].email', /is a name kept for examples/],
  ['an account with an example’s domain', 'aws.account', '123456789012', 'mail.domain', /is a name kept for examples/],
  ['an alarm that reaches nobody', 'aws.account', '123456789012', 'alarmRecipients[0]', /is a name kept for examples/],
  ['a sender of another domain', 'mail.from', 'noreply@elsewhere.org', 'mail.from', /the domain that SES confirms/],
  ['answers to nobody', 'mail.replyTo', absent, 'mail.replyTo', /is missing: add it/],
  ['answers to a mailbox nobody reads', 'mail.replyTo', 'no-reply@chukotka.ru', 'mail.replyTo', /nobody reads it/],
  ['answers to a name of examples', 'aws.account', '123456789012', 'mail.replyTo', /is a name kept for examples/],
  [
    'a sender where mails come back to SES',
    'mail.from',
    'noreply@bounce.otklik-87.example',
    'mail.from',
    /where SES takes what comes back/,
  ],
  [
    'answers where mails come back to SES',
    'mail.replyTo',
    'cur@bounce.otklik-87.example',
    'mail.replyTo',
    /where SES takes what comes back/,
  ],
  [
    'mails read at another domain',
    'mail.inbox',
    { address: 'pishite@chukotka.ru', appeals: { ru: 'Приёмная.', en: 'Office.' } },
    'mail.inbox.address',
    /not of "otklik-87.example"/,
  ],
  [
    'mails read where they come back to SES',
    'mail.inbox',
    { address: 'pishite@bounce.otklik-87.example', appeals: { ru: 'Приёмная.', en: 'Office.' } },
    'mail.inbox.address',
    /nor of one below it/,
  ],
  [
    'mails read at the address that writes',
    'mail.inbox',
    { address: 'noreply@otklik-87.example', appeals: { ru: 'Приёмная.', en: 'Office.' } },
    'mail.inbox.address',
    /by which the region writes/,
  ],
  [
    'mails read at an address with a tag',
    'mail.inbox',
    { address: 'a+b@in.otklik-87.example', appeals: { ru: 'Приёмная.', en: 'Office.' } },
    'mail.inbox.address',
    /take one without/,
  ],
  [
    'mails read at a long address',
    'mail.inbox',
    { address: `${'a'.repeat(23)}@in.otklik-87.example`, appeals: { ru: 'Приёмная.', en: 'Office.' } },
    'mail.inbox.address',
    /RFC 5321/,
  ],
  [
    'appeals in one of two languages',
    'mail.inbox',
    { address: 'pishite@in.otklik-87.example', appeals: { ru: 'Приёмная.' } },
    'mail.inbox.appeals',
    /has no text in "en"/,
  ],
  ['no TLS at all', 'mail.tls', 'none', 'mail.tls', /"optional" or "required"/],
  [
    'days that CloudWatch does not know',
    'retention.logDays',
    31,
    'retention.logDays',
    /that CloudWatch takes: 1, 3, 5/,
  ],
  ['a region that AWS has not', 'aws.region', 'eu-nowhere-1', 'aws.region', /must be an AWS region/],
  ['a colour that is none', 'look.accent', { light: 'teal', dark: '#6cc7d3' }, 'look.accent.light', /a colour, e\.g\./],
  [
    'an accent too light to be read on white',
    'look.accent',
    { light: '#6cc7d3', dark: '#6cc7d3' },
    'look.accent.light',
    /contrast 1\.\d, at least 4\.5 is needed\): take a darker colour/,
  ],
  [
    'an accent too dark to be read by night',
    'look.accent',
    { light: '#00606b', dark: '#00606b' },
    'look.accent.dark',
    /take a lighter colour/,
  ],
  ['an emblem somewhere else', 'look.emblem', '../emblem.svg', 'look.emblem', /name of an SVG file beside this one/],
  ['an address without encryption', 'web.publicUrl', 'http://otklik.ru', 'web.publicUrl', /begins with https/],
  ['an address with a query', 'web.publicUrl', 'https://otklik.ru/?a=1', 'web.publicUrl', /without \? and #/],
  ['a certificate for no address', 'web.certificateArn', certificateArn, 'web.publicUrl', /name the address/],
  [
    'a certificate that is none of ACM’s',
    'web.certificateArn',
    'arn:aws:iam::123456789012:server-certificate/otklik',
    'web.certificateArn',
    /a certificate of AWS Certificate Manager/,
  ],
  ...['https://otklik.ru/path', 'https://otklik.ru:8443', 'https://Otklik.ru'].map(
    (publicUrl) =>
      [
        `a certificate for ${publicUrl}`,
        'web',
        { publicUrl, certificateArn },
        'web.publicUrl',
        /a name in small letters, without port and path/,
      ] as [string, string, unknown, string, RegExp],
  ),
  [
    'a certificate of another AWS region',
    'web',
    { publicUrl: 'https://otklik.ru', certificateArn: certificateArn.replace('eu-north-1', 'us-east-1') },
    'web.certificateArn',
    /is of "us-east-1": ask for a certificate in "eu-north-1"/,
  ],
  [
    'a trial’s certificate of another account',
    'stages',
    { test: { account: '210987654321', publicUrl: 'https://proba.ru', certificateArn } },
    'stages.test.certificateArn',
    /is of the account 123456789012: ask for a certificate in 210987654321/,
  ],
  ['a sender in capital letters', 'mail.domain', 'Otklik-87.example', 'mail.domain', /a domain in small Latin letters/],
  ['a domain of one word', 'mail.domain', 'otklik', 'mail.domain', /a domain in small Latin letters/],
  ['an address for alarms twice', 'alarmRecipients', ['a@b.example', 'a@B.example'], 'alarmRecipients', /nobody twice/],
  ['an unknown stage', 'stages', { staging: {} }, 'stages.staging', /not known here/],
  [
    'a stage that sends as the region',
    'stages',
    { test: { mail: { domain: 'otklik-87.example', from: 'a@otklik-87.example' } } },
    'stages.test.mail.domain',
    /already mail.domain: give each stage its own/,
  ],
  [
    'a stage that sends as another would without being told',
    'stages',
    { test: { mail: { domain: 'dev.otklik-87.example', from: 'a@dev.otklik-87.example' } } },
    'stages.test.mail.domain',
    /already stages.dev.mail.domain/,
  ],
  [
    'a stage that sends from elsewhere',
    'stages',
    { dev: { mail: { domain: 'proba.example', from: 'a@otklik-87.example' } } },
    'stages.dev.mail.from',
    /is not of "proba.example"/,
  ],
])('reports %s', (_, place, value, path, message) => {
  expect(mistakesIn(spoilt([place, value]))).toContainEqual({ path, message: expect.stringMatching(message) as string })
})

test('production behind a firewall, with an address and its certificate, an account and domains of its own is no mistake', () => {
  const production = spoilt(
    ['production', true],
    ['web.waf', true],
    ['web.publicUrl', 'https://otklik.gov.ru/'],
    ['web.certificateArn', certificateArn],
    ['aws.account', '123456789012'],
  )
  expect(mistakesIn(production.replaceAll('.example', '.gov.ru'))).toEqual([])
})

test('reports all mistakes at once, and one mistake once', () => {
  const json = spoilt(['settlements[4].municipalities', ['magadan']], ['routes[1].organisation', 'enrgy'])
  expect(mistakesIn(json).map(({ path }) => path)).toEqual([
    'settlements[4].municipalities[0]',
    'routes[1].organisation',
  ])
})

test('a stage of a region with an account needs names that lead somewhere, too, and may not lead to another stage', () => {
  const json = spoilt(
    ['aws.account', '123456789012'],
    ['web.publicUrl', 'https://otklik.gov.ru'],
    ['stages', { test: { publicUrl: 'https://otklik.gov.ru/' }, dev: { publicUrl: 'https://otklik.example' } }],
  ).replaceAll('otklik-87.example', 'otklik-87.gov.ru')
  expect(mistakesIn(json).map(({ path }) => path)).toEqual(['stages.dev.publicUrl', 'stages.test.publicUrl'])
})

test('mails are read where SES receives any, and elsewhere the file is told so', () => {
  const inbox = { address: 'pishite@in.otklik-87.example', appeals: { ru: 'Приёмная.', en: 'Office.' } }
  const found = (region: string) => mistakesIn(spoilt(['mail.inbox', inbox], ['aws.region', region]))
  expect(found('eu-central-1')).toEqual([])
  expect(found('eu-south-1')).toEqual([
    {
      path: 'mail.inbox',
      message: expect.stringMatching(/^cannot be in eu-south-1, where SES receives no mail: leave it out/) as string,
    },
  ])
})
