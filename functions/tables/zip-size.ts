// Says whether a ZIP file, which an .xlsx is, unpacks to no more than so many bytes: by unpacking it, since what it says of itself may be
// made up. Called by read-xlsx.ts before anything else looks into it. (PKWARE, APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16.)
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const END_BYTES = 22
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const DEFLATED = 8
const STORED = 0

/** @returns false also of what is no ZIP file that we read: with parts elsewhere, encrypted, or otherwise packed */
export function unpacksTo(content: Uint8Array, mostBytes: number): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + END_BYTES > bytes.length || bytes.readUInt32LE(end) !== END) return false
  try {
    let left = mostBytes
    let at = bytes.readUInt32LE(end + 16)
    for (let entries = bytes.readUInt16LE(end + 10); entries > 0; entries -= 1) {
      if (bytes.readUInt32LE(at) !== ENTRY) return false
      left -= sizeOf(bytes, at, left)
      at += ENTRY_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
    return true
  } catch {
    return false
  }
}

/** Of the entry that begins there. @throws Error where it is damaged or larger than `most` */
function sizeOf(bytes: Buffer, at: number, most: number): number {
  const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1
  const method = bytes.readUInt16LE(at + 10)
  const packed = bytes.readUInt32LE(at + 20)
  const local = bytes.readUInt32LE(at + 42)
  const begins = local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (isEncrypted || (method !== DEFLATED && method !== STORED)) throw new Error('The part is not packed as we read.')
  const size =
    method === STORED || packed === 0
      ? packed
      : inflateRawSync(bytes.subarray(begins, begins + packed), { maxOutputLength: Math.max(most, 1) }).length
  if (size > most) throw new Error('The part is too large.')
  return size
}
