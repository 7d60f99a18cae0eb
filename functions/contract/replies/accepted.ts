// What is said at once of a message and of an act. The API's replies have these types; read by the API's document.
import * as z from 'zod/mini'
import { about, caseId, instant, named, type Said, status } from './shared.ts'

export const accepted = named(
  'Accepted',
  z.object({
    id: caseId('The number of the case'),
    test: z.optional(about(z.literal(true), 'Posted with a test key.')),
    status,
    receivedAt: instant('When the message came'),
    trackUrl: about(
      z.url(),
      'The citizen’s page. Whoever has it acts for them: give it to the citizen and to nobody else, keep it out of logs.',
    ),
  }),
  'A message that was taken. Routing happens afterwards, within seconds.',
)

export const acted = named(
  'Acted',
  z.object({ id: caseId('The number of the case'), status }),
  'An act that was done, and where the case stands now.',
)

export const upload = named(
  'Upload',
  z.object({
    photo: about(z.string(), 'The name of the photo to be: the case lists it once it was looked at.'),
    url: about(z.url(), 'Where the file goes, by POST as multipart/form-data; without your key.'),
    fields: about(
      z.record(z.string(), z.string()),
      'All of these first, as they are; then the file, under the name `file`.',
    ),
    expiresAt: instant('Until when'),
    mostBytes: about(z.int(), 'The largest file.'),
  }),
  'How to send one photo.',
)

export type Accepted = Said<typeof accepted>
export type Acted = Said<typeof acted>
export type UploadReply = Said<typeof upload>
