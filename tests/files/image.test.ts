// What is drawn of what people send: upright, small enough, without a word of where and with what it was taken; and what is refused, by its
// content and not by its name.
import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { redraw, type Redrawn } from '../../functions/files/image.ts'

const colours = { red: [255, 0, 0], green: [0, 255, 0], blue: [0, 0, 255], white: [255, 255, 255] } as const
type Colour = keyof typeof colours

/** A picture of four fields of 40 × 20 pixels: red and green above, blue and white below. */
function fields() {
  const row = (left: Colour, right: Colour) =>
    Array.from({ length: 80 }, (_, x) => [...colours[x < 40 ? left : right]]).flat()
  const rows = Array.from({ length: 40 }, (_, y) => (y < 20 ? row('red', 'green') : row('blue', 'white')))
  return sharp(Buffer.from(rows.flat()), { raw: { width: 80, height: 40, channels: 3 } })
}

async function drawn(file: Buffer): Promise<Redrawn> {
  const picture = await redraw(file)
  if ('fault' in picture) throw new Error(`It was refused: ${picture.fault}`)
  return picture
}

/** The colours of the upper corners. */
async function corners(file: Buffer): Promise<(Colour | undefined)[]> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
  const near = (pixel: number[]) =>
    (Object.keys(colours) as Colour[]).find((name) => colours[name].every((part, i) => Math.abs(part - pixel[i]!) < 60))
  return [near(at(5, 5)), near(at(info.width - 6, 5))]
}

describe('I4: a picture is upright however the camera was held', () => {
  // Exif 2.32, 4.6.4, tag Orientation: which field of the stored picture is above, left and right.
  const upper: [orientation: number, left: Colour, right: Colour][] = [
    [1, 'red', 'green'],
    [2, 'green', 'red'],
    [3, 'white', 'blue'],
    [4, 'blue', 'white'],
    [5, 'red', 'blue'],
    [6, 'blue', 'red'],
    [7, 'white', 'green'],
    [8, 'green', 'white'],
  ]
  it.each(upper)('orientation %i', async (orientation, left, right) => {
    const sent = await fields().withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer()
    const { large, small, width, height } = await drawn(sent)
    expect([width, height]).toEqual(orientation < 5 ? [80, 40] : [40, 80])
    for (const one of [large, small]) {
      expect(await corners(one)).toEqual([left, right])
      expect((await sharp(one).metadata()).orientation).toBeUndefined()
    }
  })
})

describe('I5: nothing is left of where and with what it was taken', () => {
  const exif = {
    IFD0: { Make: 'Telephone', Model: 'Secret 12', Copyright: 'Z. Citizen' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 19/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '45/1 41/1 0/1' },
  }
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>'
  it.each(['jpeg', 'png', 'webp'] as const)('of %s', async (format) => {
    const sent = await fields().withExif(exif).withXmp(xmp).withIccProfile('p3').toFormat(format).toBuffer()
    expect((await sharp(sent).metadata()).exif).toBeDefined()
    const { large, small } = await drawn(sent)
    for (const one of [large, small]) {
      const { format: as, exif: place, xmp: words, iptc, icc, comments } = await sharp(one).metadata()
      expect([as, place, words, iptc, icc, comments]).toEqual(['jpeg', ...Array<undefined>(5)])
      expect(one.toString('latin1')).not.toMatch(/Exif|GPS|xmp|Telephone|Secret|Citizen|ICC_PROFILE/)
    }
  })

  it('nor of what hangs behind the picture', async () => {
    const sent = Buffer.concat([await fields().jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')])
    expect((await drawn(sent)).large.toString('latin1')).not.toContain('script')
  })
})

it('a large photo becomes one of 1,600 pixels with a small one of 320, a small photo stays as it is', async () => {
  const sent = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#778899' } })
    .jpeg()
    .toBuffer()
  const { large, small, ...size } = await drawn(sent)
  expect(size).toEqual({ width: 1600, height: 1200, bytes: large.length })
  expect(await sharp(small).metadata()).toMatchObject({ width: 320, height: 240 })
  expect(await drawn(await fields().png().toBuffer())).toMatchObject({ width: 80, height: 40 })
})

it('what is transparent is white', async () => {
  const sent = await sharp({ create: { width: 80, height: 40, channels: 4, background: '#ff000000' } })
    .png()
    .toBuffer()
  expect(await corners((await drawn(sent)).large)).toEqual(['white', 'white'])
})

/** A PNG that says to be so large, in a few bytes. */
function hugePng(width: number, height: number): Buffer {
  const part = (type: string, data: Buffer) => {
    const typed = Buffer.concat([Buffer.from(type), data])
    const numbers = Buffer.alloc(8)
    numbers.writeUInt32BE(data.length, 0)
    numbers.writeUInt32BE(crc32(typed), 4)
    return Buffer.concat([numbers.subarray(0, 4), typed, numbers.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const body = deflateSync(Buffer.alloc(100_000))
  return Buffer.concat([signature, part('IHDR', header), part('IDAT', body), part('IEND', Buffer.alloc(0))])
}

const ftyp = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`), Buffer.alloc(64)])
const frames = () =>
  Array.from({ length: 40 }, (_, index) => (index % 2 ? fields().negate() : fields()).png().toBuffer())

describe('I2, I3, I6: what is no photo is refused by what it is, within two seconds', () => {
  const refused: [what: string, fault: string, file: () => Buffer | Promise<Buffer>][] = [
    ['30,000 × 30,000 pixels in a few bytes', 'too many pixels', () => hugePng(30_000, 30_000)],
    [
      'a WebP of 40 frames',
      'animated',
      async () =>
        sharp(await Promise.all(frames()), { join: { animated: true } })
          .webp()
          .toBuffer(),
    ],
    ['a GIF', 'animated', () => fields().gif().toBuffer()],
    ['a JPEG that ends in its middle', 'broken', async () => (await noise()).subarray(0, 5_000)],
    ['a PNG with another’s content', 'broken', () => hugePng(500, 500)],
    ['a TIFF', 'not a picture', () => fields().tiff().toBuffer()],
    ['HEIC of an iPhone, whatever its name', 'heic', () => ftyp('heic')],
    ['AVIF', 'not a picture', () => fields().avif().toBuffer()],
    [
      'SVG with a script',
      'not a picture',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['HTML', 'not a picture', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['PDF', 'not a picture', () => Buffer.from('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>endobj')],
    ['words', 'not a picture', () => Buffer.from('photo.jpg')],
    ['one byte', 'not a picture', () => Buffer.from([0xff])],
  ]
  it.each(refused)('%s', async (_, fault, make) => {
    const file = await make()
    const begun = performance.now()
    expect(await redraw(file)).toEqual({ fault })
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})

/** A photo that does not compress to nothing. */
function noise(): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: 300 * 200 * 3 }, (_, index) => (index * 7919) % 251))
  return sharp(pixels, { raw: { width: 300, height: 200, channels: 3 } })
    .jpeg()
    .toBuffer()
}

it('a photo with any bytes changed or cut is drawn or refused, and never our fault', async () => {
  const photo = await noise()
  const damage = fc.array(fc.tuple(fc.nat(photo.length - 1), fc.nat(255)), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(damage, fc.nat(photo.length), async (changes, length) => {
      const file = Buffer.from(photo)
      for (const [at, byte] of changes) file[at] = byte
      const found = await redraw(file.subarray(0, Math.max(length, 20)))
      expect('fault' in found ? found.fault : 'drawn').toMatch(
        /^(drawn|broken|not a picture|too many pixels|animated|heic)$/,
      )
    }),
    { numRuns: 40 },
  )
})
