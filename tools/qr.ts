// npm run qr: prints a sheet (A4, one HTML file) with a code that opens the citizens' form with its topic and place filled in: for a bus
// stop, a lift, a playground. Reads the region's file and nothing else.
import { writeFileSync } from 'node:fs'
import { prefillOf } from '../functions/report/fields-of.ts'
import { loadRegion } from '../regions/load.ts'
import { region as regionCode, webAddress } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { sheetOf } from './qr/sheet.ts'
import { refuse } from './refuse.ts'

const usage = `npm run qr -- --region 95 --topic yards.lighting --municipality groznyy --address "Садовая, 5" [--lat 43.31 --lon 45.69]
           [--title "Остановка «Садовая»"] [--url https://otklik.example.org] [--language ru] [--out sheet.html]
  At least one of --topic, --municipality, --address and --lat with --lon. Without --url the code leads to the region's web.publicUrl; without --out
  the sheet is printed on the standard output.`
const text = { type: 'string' } as const
const { values } = options(usage, {
  region: { ...text, is: regionCode },
  topic: text,
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

const { topic, municipality, address, lat, lon } = values
const asked = Object.fromEntries(
  Object.entries({ topic, municipality, address, lat, lon }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  ),
)
if (Object.keys(asked).length === 0)
  misuse(usage, 'Say what the code is to fill in: --topic, --municipality, --address or --lat with --lon.')
if ((lat === undefined) !== (lon === undefined)) misuse(usage, 'Give --lat and --lon together.')
const { fields, passedOver } = prefillOf(region, asked)
const wrong = {
  topic: `--topic ${topic}: region ${region.code} has no such topic; its file and regions/catalogue name them, e.g. ${region.topics[0]!.id}.`,
  municipality: `--municipality ${municipality}: give one of ${region.municipalities.map(({ id }) => id).join(', ')}.`,
  address: '--address: give from 1 to 300 characters.',
  point: `--lat ${lat} --lon ${lon}: give a point of region ${region.code} in degrees, e.g. ${region.municipalities[0]!.centre.lat} and ${region.municipalities[0]!.centre.lon}.`,
}
for (const name of passedOver) misuse(usage, wrong[name])

const base = (values.url ?? region.web.publicUrl)?.replace(/\/+$/, '')
if (!base) misuse(usage, `The file of region ${region.code} names no web.publicUrl: give --url, where the form is.`)
const language =
  values.language === undefined ? region.languages[0]! : region.languages.find((one) => one === values.language)
if (!language) misuse(usage, `--language ${values.language}: give one of ${region.languages.join(', ')}.`)
const sheet = sheetOf({ region, language, base, fields, title: values.title })
if ('tooLong' in sheet) refuse('The code would be too dense to be read: shorten --address.')
if (values.out) {
  writeFileSync(values.out, sheet.html)
  console.log(`${values.out}: print it on A4. The code opens\n${sheet.address}`)
} else console.log(sheet.html)
