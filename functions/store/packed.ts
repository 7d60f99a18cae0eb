// An event, and the state of a case, as they are stored: JSON, compressed, in one attribute. As maps and lists of DynamoDB they would be two to three times as long, which each
// reading and writing is paid by, and would be taken apart and put together value by value (decision 73). Called by whatever writes or reads them.
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** What is stored of a value. */
export function pack(value: object): Uint8Array {
  return new Uint8Array(deflateRawSync(JSON.stringify(value)))
}

/** What was stored; what was stored before November 2026 is a map. */
export function unpack(stored: unknown): unknown {
  return stored instanceof Uint8Array ? JSON.parse(inflateRawSync(stored).toString()) : stored
}
