// Reads word vectors in the format of navec (github.com/natasha/navec): a tar with the words, how often each was seen, and their vectors, each as numbers
// of the commonest pieces. Called by npm run vectors.
import { gunzipSync } from 'node:zlib'

export interface Navec {
  readonly words: readonly string[]
  /** How often each word stands in the texts that the vectors were made of. */
  readonly counts: Uint32Array
  readonly dimensions: number
  readonly vectorOf: (word: number) => Float32Array
}

const BLOCK = 512
const NAME_LENGTH = 100
const [SIZE_FROM, SIZE_TO] = [124, 136]

/** @throws Error naming the part that is missing, or where its parts contradict each other. */
export function readNavec(tar: Uint8Array): Navec {
  const part = (name: string) => {
    const found = fileOf(tar, name)
    if (!found) throw new Error(`The file holds no ${name}: give it a tar of navec.`)
    return found
  }
  const vocabulary = gunzipSync(part('vocab.bin'))
  const size = vocabulary.readUInt32LE(0)
  const counts = Uint32Array.from({ length: size }, (_, at) => vocabulary.readUInt32LE(4 + 4 * at))
  const words = vocabulary.toString('utf8', 4 + 4 * size).split('\n')
  const pieces = part('pq.bin')
  const [vectors = 0, dimensions = 0, parts = 0, kinds = 0] = [0, 4, 8, 12].map((at) => pieces.readUInt32LE(at))
  if (words.length !== size || vectors !== size)
    throw new Error(`The file has ${words.length} words, ${size} counts and ${vectors} vectors: it is damaged.`)
  const codesFrom = 16 + vectors * parts
  const length = dimensions / parts
  const vectorOf = (word: number) => {
    const vector = new Float32Array(dimensions)
    for (let at = 0; at < dimensions; at += 1) {
      const one = Math.floor(at / length)
      const kind = pieces[16 + word * parts + one]!
      vector[at] = pieces.readFloatLE(codesFrom + 4 * ((one * kinds + kind) * length + (at % length)))
    }
    return vector
  }
  return { words, counts, dimensions, vectorOf }
}

function fileOf(tar: Uint8Array, wanted: string): Buffer | undefined {
  const bytes = Buffer.from(tar.buffer, tar.byteOffset, tar.length)
  for (let at = 0; at + BLOCK <= bytes.length;) {
    const text = (from: number, to: number) => bytes.toString('latin1', at + from, at + to).replace(/\0.*$/s, '')
    const size = Number.parseInt(text(SIZE_FROM, SIZE_TO), 8) || 0
    if (text(0, NAME_LENGTH) === wanted) return bytes.subarray(at + BLOCK, at + BLOCK + size)
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return undefined
}
