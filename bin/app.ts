// The CDK app: one stack for every region's file, or for one with -c region=95; with -c stage=test of trials beside the regions.
import { otklikApp } from '../lib/app.ts'
import { bundleFunctions } from '../lib/bundle.ts'
import { RegionStack } from '../lib/region-stack.ts'
import { loadRegion, regionCodes } from '../regions/load.ts'
import { atStage, stackName, stageOf } from '../regions/stages.ts'

const app = otklikApp()
const wanted = app.node.tryGetContext('region') as string | undefined
const stage = stageOf((app.node.tryGetContext('stage') as string | undefined) ?? 'prod')
const code = await bundleFunctions()
for (const file of (wanted ? [wanted] : regionCodes()).map(loadRegion)) {
  const region = atStage(file, stage)
  new RegionStack(app, stackName(region), { region, code })
}
app.synth()
