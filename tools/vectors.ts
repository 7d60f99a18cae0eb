// npm run vectors: makes the slice of Russian word vectors that models are trained with, of a file of navec. Needed only where the slice is to be
// another: then every region trains its model anew.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { countStems } from '../functions/model/features.ts'
import { readWordVectors } from '../functions/model/word-vectors.ts'
import { readCatalogue } from '../regions/catalogue.ts'
import { file as existing, whole } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { readNavec } from './vectors/navec.ts'
import { sliceOf } from './vectors/slice.ts'
import { stemVectors } from './vectors/stem-vectors.ts'

const COMMITTED = fileURLToPath(new URL('../functions/vectors/words-ru.vectors', import.meta.url))
const usage = `npm run vectors -- FILE.tar   (navec_news_v1_1B_250K_300d_100q.tar, of the Python package natasha 1.6.0)
  [--stems N]        how many stems, the commonest and those nearest to the catalogue of topics (15000)
  [--dimensions N]   an even number (64)
  [--out FILE]       where it goes: functions/vectors/words-ru.vectors`
const { values, positionals } = options(
  usage,
  {
    stems: { type: 'string', default: '15000', is: whole(1) },
    dimensions: { type: 'string', default: '64', is: whole(2) },
    out: { type: 'string', default: COMMITTED },
  },
  1,
)
const [file] = positionals
const mistake = file === undefined ? 'name a file of navec' : existing(file)
if (file === undefined || mistake) misuse(usage, `${file ?? 'FILE.tar'}: ${mistake}`)
const dimensions = Number(values.dimensions)
if (dimensions % 2 !== 0) misuse(usage, `--dimensions ${dimensions}: must be even, two of them are one byte.`)

const catalogue = readCatalogue().topics.flatMap(({ name, keywords = [] }) => [...Object.values(name), ...keywords])
const asked = new Set(catalogue.flatMap((text) => [...countStems(text).keys()]))
const slice = sliceOf(stemVectors(readNavec(readFileSync(file))), asked, { stems: Number(values.stems), dimensions })
writeFileSync(values.out, slice)
const { id, index } = readWordVectors(slice)
console.log(`${index.size} stems, ${dimensions} dimensions, ${slice.length} bytes. Word vectors ${id}: ${values.out}`)
