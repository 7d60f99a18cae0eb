// Every check of the app finds nothing, whatever a region's file says: each rule of cdk-nag's AWS Solutions pack as lib/app.ts
// asks for it, and CDK's own validation of the template. The other tests look at stacks that were not checked.
import { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3'
import { describe, expect, it } from 'vitest'
import type { RegionStack } from '../../lib/region-stack.ts'
import { loadRegion, regionCodes } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'
import { variantsOf } from '../../regions/variants.ts'
import { checkedApp, stackIn } from './synthesize.ts'

function synthesize(region: Region, spoil: (stack: RegionStack) => void = () => {}) {
  const app = checkedApp()
  const stack = stackIn(app, region)
  spoil(stack)
  return () => app.synth().getStackArtifact(stack.artifactId).template as { Resources: object }
}

describe('the checks', () => {
  it.each(regionCodes())('find nothing without a reason in region %s', (code) => {
    expect(synthesize(loadRegion(code))).not.toThrow()
  })

  it('nor in production behind a firewall', () => {
    const region = loadRegion('95')
    expect(synthesize({ ...region, production: true, web: { ...region.web, waf: true } })).not.toThrow()
  })

  it.each(Object.entries(variantsOf('95')))('nor at the extremes of a file: %s', (_, region) => {
    expect(Object.keys(synthesize(region)().Resources).length).toBeGreaterThan(100)
  })

  it('do look: a careless bucket is refused, by name', () => {
    expect(synthesize(loadRegion('95'), (stack) => new Bucket(stack, 'Careless'))).toThrow(
      /Otklik-95\/Careless.*\n.*AwsSolutions-S1/,
    )
  })

  it('and what CloudFormation would not take', () => {
    const spoil = (stack: RegionStack) => {
      const bucket = new CfnBucket(stack, 'Odd', { accessControl: 'NoSuchValue' })
      bucket.addOverride('Properties.NoSuchProperty', 'x')
    }
    expect(synthesize(loadRegion('95'), spoil)).toThrow(/NoSuch/)
  })
})
