// The list of partitions that functions carry names the same partition for every region as the SDK's own.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withoutDescriptions } from '../../lib/bundle-partitions.ts'

interface Partition {
  readonly id: string
  readonly regionRegex: string
  readonly regions: Readonly<Record<string, unknown>>
}

const endpoints = join('node_modules', '@aws-sdk', 'core', 'dist-es/submodules/client/util-endpoints/lib/aws')
const source = readFileSync(join(endpoints, 'partitions.js'), 'utf8')
const partitionsIn = (text: string) =>
  (JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as { partitions: Partition[] }).partitions

/** As partition.js finds it. */
const found = (partitions: readonly Partition[], region: string) =>
  (
    partitions.find(({ regions }) => region in regions) ??
    partitions.find((one) => new RegExp(one.regionRegex).test(region))
  )?.id

it('every region is of the same partition, and so is one that nobody knows yet', () => {
  const [all, slim] = [partitionsIn(source), partitionsIn(withoutDescriptions(source))]
  const regions = [...all.flatMap((one) => Object.keys(one.regions)), 'eu-east-9', 'cn-south-1', 'mars-north-1']
  expect(regions.length).toBeGreaterThan(40)
  expect(regions.map((region) => found(slim, region))).toEqual(regions.map((region) => found(all, region)))
  expect(JSON.stringify(slim).length).toBeLessThan(JSON.stringify(all).length / 2)
})
