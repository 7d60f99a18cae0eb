// H1, at save: an address that leads into a network is refused however it is written; and what of the internet's addresses is public.
import { describe, expect, it } from 'vitest'
import { isPublic, mayReachThisMachine, mistakeIn } from '../../functions/webhooks/address.ts'

describe('the address of an endpoint', () => {
  it.each([
    'https://hooks.example.org/otklik',
    'https://hooks.example.org:443/',
    'https://портал.рф/hook?of=95',
    'https://hooks.example.org./',
  ])('is taken: %s', (url) => expect(mistakeIn(url, false)).toBeUndefined())

  it.each([
    ['http://hooks.example.org/', 'The address must begin with https://.'],
    ['ftp://hooks.example.org/', 'The address must begin with https://.'],
    ['https://hooks.example.org:8443/', 'The address must be on port 443.'],
    ['https://hooks.example.org:9001/', 'The address must be on port 443.'],
    ['https://user:pass@hooks.example.org/', 'The address must hold no user and no password.'],
    ['https://user@hooks.example.org/', 'The address must hold no user and no password.'],
    ['https://hooks.example.org/#there', 'The address must hold no fragment (#…).'],
    ...[
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f000001/',
      'https://0x7f.1/',
      'https://0177.0.0.1/',
      'https://127.1/',
      'https://8.8.8.8/',
      'https://8.8.8.8./',
      'https://１２７.0.0.1/',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://[::ffff:7f00:1]/',
      'https://[2a00:1450::1]/',
      'https://169.254.169.254/latest/meta-data/',
      'https://[fd00:ec2::254]/',
    ].map((url) => [url, 'The address must name a host, not an IP address.']),
    ...[
      'https://localhost/',
      'https://localhost./',
      'https://LOCALHOST/',
      'https://a.localhost/',
      'https://intranet/',
      'https://printer.local/',
      'https://ip-10-0-0-1.eu-central-1.compute.internal/',
      'https://metadata.google.internal./',
    ].map((url) => [url, 'The address must name a host of the public internet.']),
    ['hooks.example.org', 'The address must be a URL of at most 2000 characters.'],
    ['', 'The address must be a URL of at most 2000 characters.'],
    [`https://hooks.example.org/${'a'.repeat(2_000)}`, 'The address must be a URL of at most 2000 characters.'],
  ])('is refused: %s', (url, said) => expect(mistakeIn(url, false)).toBe(said))

  it('may be of this machine where the local engine says so, and only of this machine', () => {
    expect(['http://127.0.0.1:8080/', 'http://localhost:8080/'].map((url) => mistakeIn(url, true))).toEqual([
      undefined,
      undefined,
    ])
    expect(mistakeIn('http://169.254.169.254/', true)).toBe('The address must begin with https://.')
    expect(mistakeIn('https://10.0.0.1/', true)).toBe('The address must name a host, not an IP address.')
    expect(mayReachThisMachine({ LOCAL_RECEIVERS: 'yes' })).toBe(true)
    expect(mayReachThisMachine({})).toBe(false)
    expect(mayReachThisMachine({ LOCAL_RECEIVERS: 'yes', AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' })).toBe(false)
  })
})

describe('an IP address', () => {
  it.each(['8.8.8.8', '95.213.1.1', '::ffff:8.8.8.8', '2a00:1450:4001::1'])('is public: %s', (ip) =>
    expect(isPublic(ip)).toBe(true),
  )

  it.each([
    ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '192.168.1.1', '192.0.2.1'],
    ...['198.18.0.1', '224.0.0.1', '255.255.255.255', '240.0.0.1'],
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:10.0.0.1', '::ffff:7f00:1'],
    // Translated, tunnelled or compatible: an IPv4 address hides in them.
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', '::7f00:1', '::10.0.0.1', 'fec0::1', '4000::1', 'nonsense', ''],
  ])('is not: %s', (ip) => expect(isPublic(ip)).toBe(false))
})
