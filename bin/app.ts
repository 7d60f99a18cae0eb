// The CDK app: one stack for every region's file, or for one with -c region=95.
import { otklikApp } from '../lib/app.ts'
import { bundleFunctions } from '../lib/bundle.ts'
import { RegionStack } from '../lib/region-stack.ts'
import { loadRegion, regionCodes } from '../regions/load.ts'

const app = otklikApp()
const wanted = app.node.tryGetContext('region') as string | undefined
const code = await bundleFunctions()
for (const region of (wanted ? [wanted] : regionCodes()).map(loadRegion)) {
  new RegionStack(app, `Otklik-${region.code}`, { region, code })
}
app.synth()
