// Photos by the API: leave to send one, how those of a case stand, the picture itself, and taking one off. The file goes to the bucket, where redraw
// looks at it. Called by the handler.
import { randomBytes } from 'node:crypto'
import type { CaseFile } from '../case/case-file.ts'
import { decide } from '../case/decide.ts'
import { letters } from '../case/ids.ts'
import type { CaseReply } from '../contract/replies/case.ts'
import type { UploadReply } from '../contract/replies/accepted.ts'
import { photoBody, photoQuery } from '../contract/acts.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { json, type Reply, type Request } from '../edge/http.ts'
import { log } from '../edge/log.ts'
import { parse, parseJson } from '../edge/parse.ts'
import { photosShown } from '../edge/photos-shown.ts'
import { Problem } from '../edge/problem.ts'
import { grantReading, grantUpload } from '../files/grants.ts'
import { incomingName, MOST_BYTES, pictureName } from '../files/names.ts'
import type { Integrator } from '../intake/authorize.ts'
import { handle } from '../store/handle.ts'
import { wholeOf } from '../../regions/languages.ts'
import type { Region } from '../../regions/schema.ts'
import { refused } from './act.ts'
import { words } from './words.ts'

/** How long a file can be sent (s). */
const UPLOAD_SECONDS = 10 * 60

/** Leave to send one photo. It changes nothing: whoever never sends it leaves nothing behind. @throws Problem 409 where the case takes none */
export function postPhoto(request: Request, integrator: Integrator, { state }: CaseFile): Promise<Reply> {
  const region = deployedRegion()
  const language = wholeOf(request.language)
  if (request.body) parseJson(photoBody, request)
  if (!region.web.photos) throw new Problem(409, 'no-photos', words[language].noPhotos)
  const photo = letters(16, randomBytes)
  const by = { role: 'integrator', id: integrator.id } as const
  const decision = decide(state, { type: 'AddPhoto', by, photo, width: 1, height: 1, bytes: 1 }, request.at, region)
  if ('refused' in decision) throw refused(decision.refused, language)
  const name = incomingName({ caseId: state.id, by, photo })
  const upload = grantUpload({ name, at: request.at, seconds: UPLOAD_SECONDS })
  log('photo may be sent', { caseId: state.id, integrator: integrator.id, requestId: request.requestId })
  return Promise.resolve(json(200, { photo, ...upload, mostBytes: MOST_BYTES } satisfies UploadReply))
}

/** Leads to the picture, which can be read there for five minutes. @throws Problem 404 for one that is not shown */
export async function getPhoto(request: Request, file: CaseFile): Promise<Reply> {
  const { photo = '' } = request.params
  const { size = 'large' } = parse(photoQuery, request.query, request.language)
  const region = deployedRegion()
  const found = photosShown(region, file, 'integrator', request.at).some((one) => one.photo === photo)
  if (!region.web.photos || !found)
    throw new Problem(404, 'photo-unknown', words[wholeOf(request.language)].unknownPhoto)
  const Location = await grantReading(pictureName(file.state, photo, size), request.at)
  return { status: 303, headers: { Location, 'Content-Type': 'text/plain' }, body: '' }
}

/**
 * Takes a photo of the citizen off the case; the pictures are deleted within seconds. One that is off already is off.
 * @throws Problem 404 for one that never was there or is not shown, 409 for one of an official
 */
export async function deletePhoto(request: Request, { id }: Integrator, file: CaseFile): Promise<Reply> {
  const { photo = '' } = request.params
  const region = deployedRegion()
  const { id: caseId } = file.state
  const language = wholeOf(request.language)
  const wasThere = file.events.some((one) => one.type === 'photo_removed' && one.photo === photo)
  const isShown = photosShown(region, file, 'integrator', request.at).some((one) => one.photo === photo)
  if (!isShown && !wasThere) throw new Problem(404, 'photo-unknown', words[language].unknownPhoto)
  const command = { type: 'RemovePhoto', by: { role: 'integrator', id }, photo } as const
  const handled = await handle({ tableName: environment('TABLE_NAME'), region, caseId, command, at: request.at })
  if (handled.outcome === 'refused') throw refused(handled.code, language)
  log('photo taken off', { caseId, integrator: id, requestId: request.requestId })
  return { status: 204, body: '' }
}

/** Those that are shown, then those that were refused. @param at now (ISO, UTC) */
export function photosOf(region: Region, file: CaseFile, at: string): CaseReply['photos'] {
  return [
    ...photosShown(region, file, 'integrator', at).map((one) => ({ ...one, state: 'ready' as const })),
    ...(file.refusedPhotos ?? []).map(({ photo, why, by, at: when }) => ({
      ...{ photo, state: 'refused' as const, by, at: when, why },
    })),
  ]
}
