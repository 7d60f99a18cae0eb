// A record of a table's stream as functions get it on AWS, made of what either reader of the stream found.
import { ACCOUNT, REGION } from './resolver.ts'

export interface StreamRecord {
  readonly eventID: string
  readonly eventName: string
  readonly eventSource: 'aws:dynamodb'
  readonly eventSourceARN: string
  readonly awsRegion: string
  readonly dynamodb: StreamChange
}

/** What changed, in the form of the service: images with typed values, seconds. */
export type StreamChange = {
  readonly SequenceNumber: string
  readonly ApproximateCreationDateTime: number
} & Readonly<Record<string, unknown>>

/** Gives the records after a sequence number (without one, from the oldest), oldest first, at most `limit`. */
export type ReadStream = (after: string | undefined, limit: number) => Promise<StreamRecord[]>

/** @param streamArn as the table engine names it: arn:aws:dynamodb:…:table/NAME/stream/LABEL */
export function streamRecord(streamArn: string, eventName: string, dynamodb: StreamChange): StreamRecord {
  const [, ...path] = streamArn.split('/')
  return {
    eventID: `${path.at(-1)}-${dynamodb.SequenceNumber}`,
    eventName,
    eventSource: 'aws:dynamodb',
    eventSourceARN: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${path.join('/')}`,
    awsRegion: REGION,
    dynamodb,
  }
}
