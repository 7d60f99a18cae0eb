// npm run channel: makes a community or bot of the region's file known to its network, says how each stands, and ends one. Needs AWS credentials that may
// read and write the region's parameters; no token is ever shown.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SSMClient } from '@aws-sdk/client-ssm'
import { loadRegion } from '../regions/load.ts'
import { stackName, stageOf } from '../regions/stages.ts'
import { stages } from '../regions/vocabulary.ts'
import {
  addChannel,
  addServiceToken,
  type Channelled,
  lookAtChannel,
  lookAtService,
  removeChannel,
  removeServiceToken,
} from './channels/channel.ts'
import { channelsHere, tokenHere } from './channels/on-this-machine.ts'
import { DATA_DIR } from './data-dir.ts'
import { file as existing, oneOf, region as regionCode, webAddress } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { reasonOf, refuse } from './refuse.ts'

const usage = `npm run channel -- check --region 95 [--url URL]                 how each channel stands
npm run channel -- add ID --region 95 --url URL --token-file FILE    keeps its token, and has the network call us
npm run channel -- add ID … --service-token-file FILE                 VK: keeps a service token, too, by which comments are found that VK did not tell of
npm run channel -- remove ID --region 95 --url URL                   has it call us no more, and forgets the tokens
npm run channel -- remove ID … --service-token                        forgets the service token alone
  URL is where the region is: web.publicUrl of its file, or the output ApiUrl of the stack; without it, the region that npm start runs here, whose
  networks are the simulator. --stage test: of a trial. --authority-file FILE: a certificate that is trusted beside the usual ones (MAX).`
const text = { type: 'string' } as const
const { values, positionals } = options(
  usage,
  {
    ...{
      region: { ...text, is: regionCode },
      url: { ...text, is: webAddress },
      stage: { ...text, is: oneOf(...stages) },
    },
    ...{ 'token-file': { ...text, is: existing }, 'authority-file': { ...text, is: existing } },
    ...{ 'service-token-file': { ...text, is: existing }, 'service-token': { type: 'boolean' } },
  },
  2,
)
const [asked = '', id] = positionals
const mistake = oneOf('add', 'check', 'remove')(asked)
if (mistake) misuse(usage, `"${asked}": ${mistake}`)
if (!values.region) misuse(usage, 'Name the region with --region.')
if (asked !== 'check' && !id) misuse(usage, 'Name the channel by its id in the region’s file.')
const serviceFile = values['service-token-file']
if (asked === 'add' && values.url && !values['token-file'] && !serviceFile)
  misuse(usage, 'Name the file of its token: --token-file.')
if (serviceFile && asked !== 'add') misuse(usage, '--service-token-file goes with add.')
if (values['service-token'] && asked !== 'remove')
  misuse(usage, '--service-token goes with remove; to add one, name its file: --service-token-file.')
const { channels } = loadRegion(values.region)
if (channels.length === 0)
  refuse(`Region ${values.region} has no channels: write them into its file and deploy it anew.`)
if (id && !channels.some((one) => one.id === id))
  misuse(usage, `"${id}": the file of region ${values.region} has ${channels.map((one) => one.id).join(', ')}.`)

if (serviceFile && channels.find((one) => one.id === id)?.network !== 'vk')
  misuse(usage, `${id}: VK alone has service tokens.`)

const all = values.url ? deployed(values.url) : here()
const chosen = all.filter(({ channel }) => id === undefined || channel.id === id)
for (const channelled of chosen) {
  const { channel } = channelled
  if (asked === 'add') await add(channelled).catch((error: unknown) => refuse(`${channel.id}: ${reasonOf(error)}`))
  if (asked === 'remove') await remove(channelled)
  const standing = await lookAtChannel(channelled)
  const service = standing === 'not added' ? undefined : await lookAtService(channelled)
  const columns = [channel.id.padEnd(12), channel.network.padEnd(9), channel.account.padEnd(20), standing]
  console.log([...columns, ...(service ? [`service token: ${service}`] : [])].join(' '))
}

async function add(channelled: Channelled): Promise<void> {
  const serviceToken = serviceFile && readFileSync(serviceFile, 'utf8').trim()
  // Where the channel is added already, a service token is one secret more.
  if (serviceToken && !values['token-file']) {
    if (await addServiceToken(channelled, serviceToken)) return
    if (values.url) throw new Error('It is not added yet: name the file of its token, too: --token-file.')
  }
  const authority = values['authority-file'] && readFileSync(values['authority-file'], 'utf8')
  const secrets = { ...(authority && { authority }), ...(serviceToken && { serviceToken }) }
  await addChannel(channelled, { token: tokenOf(channelled), ...secrets })
}

async function remove(channelled: Channelled): Promise<void> {
  if (values['service-token']) return removeServiceToken(channelled)
  if (await removeChannel(channelled)) return
  console.log(`${channelled.channel.id}: the network did not take it; end our address in its own settings, too.`)
}

function deployed(url: string): Channelled[] {
  const stack = stackName({ code: values.region!, stage: stageOf(values.stage ?? 'prod') })
  const ssm = new SSMClient({ region: loadRegion(values.region!).aws.region })
  return channels.map((channel) => ({ ssm, stack, url: url.replace(/\/$/, ''), channel }))
}

function here(): Channelled[] {
  const running = join(DATA_DIR, values.region!, 'running.json')
  const start = `Region ${values.region} does not run here: start it with npm start -- --region ${values.region}, or name --url of a deployed one.`
  if (!existsSync(running)) refuse(start)
  const { queues = '', api = '' } = JSON.parse(readFileSync(running, 'utf8')) as { queues?: string; api?: string }
  return channelsHere(values.region!, queues, api)
}

function tokenOf(channelled: Channelled): string {
  const path = values['token-file']
  return path ? readFileSync(path, 'utf8').trim() : tokenHere(channelled)
}
