// Every rule of cdk-nag's AWS Solutions pack holds, as lib/app.ts asks for it, whatever a region's file says.
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { describe, expect, it } from 'vitest'
import type { RegionStack } from '../../lib/region-stack.ts'
import { regionCodes } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'
import { newApp, stackOf } from './synthesize.ts'

function synthesize(code: string, change?: (region: Region) => Region, spoil: (stack: RegionStack) => void = () => {}) {
  const app = newApp()
  spoil(stackOf(code, change, app))
  return () => app.synth()
}

describe('cdk-nag', () => {
  it.each(regionCodes())('finds nothing without a reason in region %s', (code) => {
    expect(synthesize(code)).not.toThrow()
  })

  it('nor in production behind a firewall', () => {
    const guarded = (region: Region): Region => ({ ...region, production: true, web: { ...region.web, waf: true } })
    expect(synthesize('95', guarded)).not.toThrow()
  })

  it('does look: a careless bucket is refused, by name', () => {
    expect(synthesize('95', undefined, (stack) => new Bucket(stack, 'Careless'))).toThrow(
      /Otklik-95\/Careless.*\n.*AwsSolutions-S1/,
    )
  })
})
