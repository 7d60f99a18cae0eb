// npm run variants: synthesizes a region as its file may be at its extremes (regions/variants.ts) into a folder, so that
// cfn-lint sees more than the committed files. Called by .ci/run.
import { variantsOf } from '../regions/variants.ts'
import { region as regionCode } from './option-kinds.ts'
import { misuse, options } from './options.ts'

const usage = 'npm run variants -- --out FOLDER [--region 95]'
const { values } = options(usage, {
  out: { type: 'string' },
  region: { type: 'string', default: '95', is: regionCode },
})
if (!values.out) misuse(usage, 'Name the folder for the templates: --out.')

// Whoever calls it wrongly does not wait for the CDK.
const { otklikApp } = await import('../lib/app.ts')
const { bundleFunctions } = await import('../lib/bundle.ts')
const { RegionStack } = await import('../lib/region-stack.ts')
const code = await bundleFunctions()
const app = otklikApp({ outdir: values.out })
for (const [name, region] of Object.entries(variantsOf(values.region)))
  new RegionStack(app, `Otklik-${region.code}-${name}`, { region, code })
app.synth()
