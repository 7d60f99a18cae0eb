// Says whether a ZIP file, which an .xlsx is, unpacks to no more than so many bytes: by unpacking it, since what it says of itself may be
// made up. Called by read-xlsx.ts before anything else looks into it. (PKWARE, APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12 and 4.3.16.)
import { inflateRawSync } from 'node:zlib'

const END = Buffer.from('PK\u0005\u0006')
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const DEFLATED = 8
const STORED = 0

/** `broken` is also what we read no part of: encrypted, packed otherwise, or with its parts elsewhere. */
export function unpacksTo(content: Uint8Array, mostBytes: number): 'fits' | 'too large' | 'broken' {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  try {
    const end = bytes.lastIndexOf(END)
    let at = bytes.readUInt32LE(end + 16)
    let left = mostBytes
    for (let entries = bytes.readUInt16LE(end + 10); entries > 0; entries -= 1) {
      if (bytes.readUInt32LE(at) !== ENTRY) return 'broken'
      const size = sizeOf(bytes, at, left)
      if (size === undefined) return 'broken'
      left -= size
      if (left < 0) return 'too large'
      at += ENTRY_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
    return end < 0 ? 'broken' : 'fits'
  } catch (error) {
    // Of zlib: there is more than was allowed.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'broken'
  }
}

/** Of the part that is listed there. @throws RangeError of zlib where it is larger than `most` */
function sizeOf(bytes: Buffer, at: number, most: number): number | undefined {
  const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1
  const method = bytes.readUInt16LE(at + 10)
  if (isEncrypted || (method !== DEFLATED && method !== STORED)) return undefined
  const packed = bytes.readUInt32LE(at + 20)
  const local = bytes.readUInt32LE(at + 42)
  const begins = local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (method === STORED || packed === 0) return packed
  return inflateRawSync(bytes.subarray(begins, begins + packed), { maxOutputLength: Math.max(most, 1) }).length
}
