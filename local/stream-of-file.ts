// Reads the stream of a table where the embedded table engine keeps it, in its SQLite file: every look over HTTP would cost
// more than what it finds. Readers of the file see what is committed, in the order in which it was.
import { DatabaseSync } from 'node:sqlite'
import { type ReadStream, streamRecord } from './stream-record.ts'

export interface StreamFile {
  /** Another number whenever something was written since. */
  changes(): number
  readerOf(streamArn: string): ReadStream
  close(): void
}

const afterSequence = `
  SELECT event_name, keys_json, new_image, old_image, sequence_number, r.created_at, stream_view_type
  FROM _stream_records r JOIN _tables USING (table_name)
  WHERE r.table_name = ? AND CAST(sequence_number AS INTEGER) > ?
  ORDER BY CAST(sequence_number AS INTEGER) LIMIT ?`

export function openStreamFile(file: string): StreamFile {
  const database = new DatabaseSync(file, { readOnly: true })
  const version = database.prepare('PRAGMA data_version')
  const records = database.prepare(afterSequence)
  return {
    changes: () => Number(version.get()!['data_version']),
    readerOf(streamArn) {
      const table = streamArn.split('/')[1]!
      return (after, limit) =>
        Promise.resolve(
          records
            .all(table, Number(after ?? 0), limit)
            .map((row) => streamRecord(streamArn, String(row['event_name']), changeOf(row))),
        )
    },
    close: () => database.close(),
  }
}

/** Images are read when somebody looks at them: of most records no more is asked than their keys. */
function changeOf(row: Record<string, unknown>) {
  const image = (name: string, json: unknown) =>
    typeof json === 'string' && { [name]: { enumerable: true, get: () => JSON.parse(json) as unknown } }
  const change = {
    ApproximateCreationDateTime: Number(row['created_at']),
    Keys: JSON.parse(String(row['keys_json'])) as unknown,
    SequenceNumber: String(row['sequence_number']),
    StreamViewType: row['stream_view_type'],
  }
  return Object.defineProperties(change, {
    ...image('NewImage', row['new_image']),
    ...image('OldImage', row['old_image']),
  })
}
