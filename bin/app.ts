// The CDK app: one stack for every region's file, or for one with -c region=95. Every rule of cdk-nag's AWS Solutions
// pack holds; an exception stands with its reason beside the construct it is made for.
import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { bundleFunctions } from '../lib/bundle.ts'
import { RegionStack } from '../lib/region-stack.ts'
import { loadRegion, regionCodes } from '../regions/load.ts'

const app = new App()
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))

const wanted = app.node.tryGetContext('region') as string | undefined
const code = await bundleFunctions()
for (const region of (wanted ? [wanted] : regionCodes()).map(loadRegion)) {
  new RegionStack(app, `Otklik-${region.code}`, { region, code })
}
app.synth()
