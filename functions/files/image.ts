// Looks at what was sent and draws it anew: upright, at most 1600 pixels long, as JPEG, with nothing that a camera or a program wrote
// beside the picture (place, device, owner, embedded preview). What it is, is said by its content, never by its name. Called by redraw.
import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import type { PhotoFault, PhotoSize } from '../case/photo.ts'

/** The longest sides (pixels). */
const LARGE = 1600
const SMALL = 320
/** The most that is unpacked: 48 megapixels of a telephone are inside, a bomb of a few kilobytes is not. */
const MOST_PIXELS = 50_000_000
/** No picture takes as long (s). */
const TIMEOUT_S = 8

// libvips reads many formats, some by libraries that nobody needs here: only these are let through.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
sharp.concurrency(1)
sharp.cache(false)

const taken: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']
const faultOf: Readonly<Record<string, PhotoFault>> = {
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
  'image/gif': 'animated',
  'image/apng': 'animated',
}

export interface Redrawn extends PhotoSize {
  readonly large: Buffer
  readonly small: Buffer
}

/** The picture in two sizes, or why it is none. @throws when the fault is ours, not the file's */
export async function redraw(file: Buffer): Promise<Redrawn | { readonly fault: PhotoFault }> {
  const { mime = '' } = (await fileTypeFromBuffer(file)) ?? {}
  if (!taken.includes(mime)) return { fault: faultOf[mime] ?? 'not a picture' }
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true } as const
  try {
    const { pages = 1, width, height } = await sharp(file, { ...options, limitInputPixels: false }).metadata()
    if (pages > 1) return { fault: 'animated' }
    if (width * height > MOST_PIXELS) return { fault: 'too many pixels' }
    const { data: large, info } = await drawn(sharp(file, options).autoOrient(), LARGE, 80)
    const { data: small } = await drawn(sharp(large), SMALL, 70)
    return { large, small, width: info.width, height: info.height, bytes: info.size }
  } catch (error) {
    if (isOfFile(error)) return { fault: 'broken' }
    throw error
  }
}

/** Without a word of metadata, which is how sharp writes; colours are those of screens. */
function drawn(picture: Sharp, side: number, quality: number) {
  return picture
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: TIMEOUT_S })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true })
}

/** What libvips says of a file that it cannot read to its end; memory that ran out is ours. */
function isOfFile(error: unknown): boolean {
  return error instanceof Error && !/memory|timeout/i.test(error.message)
}
