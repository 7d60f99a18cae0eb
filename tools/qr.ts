// npm run qr: prints a sheet (A4, one HTML file) with a code that opens the citizens' form with its topic and place filled in, or a dialog of a social
// network that knows the place: for a bus stop, a lift, a playground. Reads the region's file and nothing else.
import { writeFileSync } from 'node:fs'
import { prefillOf } from '../functions/report/fields-of.ts'
import { csvOf } from '../regions/csv.ts'
import { loadRegion } from '../regions/load.ts'
import type { Region } from '../regions/schema.ts'
import { region as regionCode, webAddress } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { dialogLink } from './qr/links.ts'
import { sheetOf } from './qr/sheet.ts'
import { refuse } from './refuse.ts'

const usage = `npm run qr -- --region 95 --topic yards.lighting --municipality groznyy --address "Садовая, 5" [--lat 43.31 --lon 45.69]
           [--title "Остановка «Садовая»"] [--url https://otklik.example.org] [--language ru] [--out sheet.html]
       npm run qr -- --region 95 --channel telegram --place groznyy-sadovaya     a code that opens a dialog: of a place, or with --municipality of a whole one
       npm run qr -- --region 95 --links [--out links.csv]                       every place of the region's file in every channel
  At least one of --topic, --place, --municipality, --address and --lat with --lon. Without --url the code leads to the region's web.publicUrl; without
  --out the sheet is printed on the standard output.`
const text = { type: 'string' } as const
const { values } = options(usage, {
  region: { ...text, is: regionCode },
  topic: text,
  place: text,
  channel: text,
  links: { type: 'boolean' },
  municipality: text,
  address: text,
  lat: text,
  lon: text,
  title: text,
  url: { ...text, is: webAddress },
  language: text,
  out: text,
})
if (!values.region) misuse(usage, 'Name the region with --region.')
const region = loadRegion(values.region)

if (values.links) {
  print(linksOf(region), 'a place, a channel and their link in a line')
  process.exit()
}
const place = region.places.find(({ id }) => id === values.place)
if (values.place !== undefined && !place)
  misuse(usage, `--place ${values.place}: the file of region ${region.code} names ${named(region.places)}.`)
const channel = region.channels.find(({ id }) => id === values.channel)
if (values.channel !== undefined && !channel)
  misuse(usage, `--channel ${values.channel}: the file of region ${region.code} names ${named(region.channels)}.`)

const {
  topic,
  municipality = place?.municipality,
  address = place && [place.name, place.address].filter(Boolean).join(', '),
  lat = place?.at && String(place.at.lat),
  lon = place?.at && String(place.at.lon),
} = values
const asked = Object.fromEntries(
  Object.entries({ topic, municipality, address, lat, lon }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  ),
)
if (Object.keys(asked).length === 0)
  misuse(usage, 'Say what the code is to fill in: --topic, --place, --municipality, --address or --lat with --lon.')
if ((lat === undefined) !== (lon === undefined)) misuse(usage, 'Give --lat and --lon together.')
const { fields, passedOver } = prefillOf(region, asked)
const wrong = {
  topic: `--topic ${topic}: region ${region.code} has no such topic; its file and regions/catalogue name them, e.g. ${region.topics[0]!.id}.`,
  municipality: `--municipality ${municipality}: give one of ${region.municipalities.map(({ id }) => id).join(', ')}.`,
  address: '--address: give from 1 to 300 characters.',
  point: `--lat ${lat} --lon ${lon}: give a point of region ${region.code} in degrees, e.g. ${region.municipalities[0]!.centre.lat} and ${region.municipalities[0]!.centre.lon}.`,
}
for (const name of passedOver) misuse(usage, wrong[name])

const to = values.place ?? values.municipality
if (channel && (to === undefined || topic !== undefined || (!place && (values.address ?? values.lat) !== undefined)))
  misuse(usage, 'A link to a dialog carries the id of a place: give --place or --municipality alone.')
const base = (values.url ?? region.web.publicUrl)?.replace(/\/+$/, '')
if (!base && !channel)
  misuse(usage, `The file of region ${region.code} names no web.publicUrl: give --url, where the form is.`)
const language =
  values.language === undefined ? region.languages[0]! : region.languages.find((one) => one === values.language)
if (!language) misuse(usage, `--language ${values.language}: give one of ${region.languages.join(', ')}.`)
const dialog = channel && to ? { network: channel.network, address: dialogLink(channel, to) } : undefined
const sheet = sheetOf({ region, language, base: base ?? '', fields, dialog, title: values.title })
if ('tooLong' in sheet) refuse('The code would be too dense to be read: shorten --address.')
print(sheet.html, `print it on A4. The code opens\n${sheet.address}`)

function print(content: string, what: string) {
  if (!values.out) return console.log(content)
  writeFileSync(values.out, content)
  console.log(`${values.out}: ${what}`)
}

function linksOf({ places, channels }: Region): string {
  const rows = places.flatMap((one) =>
    channels.map((channel) => [one.id, one.name, channel.id, dialogLink(channel, one.id)]),
  )
  return csvOf(['place', 'name', 'channel', 'link'], rows)
}

function named(all: readonly { readonly id: string }[]): string {
  return all.map(({ id }) => id).join(', ') || 'none'
}
