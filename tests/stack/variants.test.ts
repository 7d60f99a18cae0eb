// A region's file at its extremes: every limited number that reaches AWS is tried at its least and at its most, and what AWS
// takes is what the file may say.
import { Template } from 'aws-cdk-lib/assertions'
import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { RegionInfo } from 'aws-cdk-lib/region-info'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { awsRegions, isReserved, logDays } from '../../regions/aws.ts'
import { loadRegion } from '../../regions/load.ts'
import { regionFile } from '../../regions/schema.ts'
import { variantsOf } from '../../regions/variants.ts'
import { stackOf } from './synthesize.ts'

interface Limits {
  readonly properties?: Readonly<Record<string, Limits>>
  readonly minimum?: number
  readonly maximum?: number
  readonly enum?: readonly unknown[]
}

const variants = variantsOf('95')

/** The limited numbers of these parts of a file, by path. */
function limits(schema: Limits, path: string): [path: string, least: number, most: number][] {
  const { properties, minimum, maximum, enum: listed } = schema
  const own = listed?.every((one) => typeof one === 'number')
    ? [Math.min(...listed), Math.max(...listed)]
    : [minimum, maximum]
  return [
    ...(own[0] !== undefined ? [[path, own[0], own[1]!] satisfies [string, number, number]] : []),
    ...Object.entries(properties ?? {}).flatMap(([name, part]) => limits(part, path ? `${path}.${name}` : name)),
  ]
}

describe('a region’s file', () => {
  it('may name the days for which CloudWatch keeps logs, and no others', () => {
    const known = Object.values(RetentionDays).filter(
      (days) => typeof days === 'number' && days < RetentionDays.INFINITE,
    )
    expect(known.sort((a, b) => Number(a) - Number(b))).toEqual([...logDays])
  })

  it('names regions that AWS has', () => {
    const known = RegionInfo.regions.map(({ name }) => name)
    expect(awsRegions.filter((name) => !known.includes(name))).toEqual([])
  })

  it('is tried with every limited number that AWS sees, at its least and at its most', () => {
    const { properties } = z.toJSONSchema(regionFile, { io: 'input', unrepresentable: 'any' }) as Limits
    const { aws, web, mail, retention } = properties!
    const at = (name: string, path: string) =>
      path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], variants[name])
    const found = limits({ properties: { aws: aws!, web: web!, mail: mail!, retention: retention! } }, '')
    expect(found.length).toBe(7)
    expect(found.map(([path]) => [path, at('least', path), at('most', path)])).toEqual(found)
  })
})

describe('a domain kept for examples', () => {
  it.each(['otklik.example', 'a.test', 'EXAMPLE.org', 'mail.example.com', 'localhost', 'x.local'])(
    '%s is one',
    (host) => {
      expect(isReserved(host)).toBe(true)
    },
  )

  it.each(['example.gov.ru', 'myexample.com', 'test.ru', 'xn--80akhbyknj4f.xn--p1ai'])('%s is none', (host) => {
    expect(isReserved(host)).toBe(false)
  })

  it('is refused by CloudFormation as sender and as address before it makes anything, with a reason; one’s own is not', () => {
    const rules = (region: ReturnType<typeof loadRegion>) => {
      const { Rules = {} } = Template.fromStack(stackOf('95', () => region)).toJSON() as { Rules?: object }
      return Object.fromEntries(Object.entries(Rules).filter(([name]) => name !== 'CheckBootstrapVersion'))
    }
    expect(rules(loadRegion('95'))['RealDomain']).toEqual({
      Assertions: [
        {
          Assert: { 'Fn::Equals': ['deployed', 'refused'] },
          AssertDescription: expect.stringContaining('otklik-95.example is a name kept for examples') as string,
        },
      ],
    })
    const { web, ...own } = variants['own']!
    expect(rules({ ...own, web: { ...web, publicUrl: 'https://otklik.example/' } })).toEqual({
      RealAddress: {
        Assertions: [
          {
            Assert: { 'Fn::Equals': ['deployed', 'refused'] },
            AssertDescription: expect.stringContaining('https://otklik.example/ is kept for examples') as string,
          },
        ],
      },
    })
    expect(rules(variants['production']!)).toEqual({})
  })
})
