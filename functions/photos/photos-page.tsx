// The page of a case's photos: what became of the one that was just sent, each photo with the way to remove it, and the form by which
// the next is sent to the bucket. It works without scripts; with them a file that is too large is told before it is sent. Shown by the
// handler.
import type { FC } from 'hono/jsx'
import { raw } from 'hono/html'
import { localTime } from '../calendar/local-time.ts'
import { isCitizens } from '../case/photo.ts'
import { photosShown } from '../edge/photos-shown.ts'
import { grantUpload } from '../files/grants.ts'
import { incomingName, MOST_BYTES } from '../files/names.ts'
import { CommandForm } from '../web/command-form.tsx'
import { confirmed } from '../web/confirmations.ts'
import { Confirm } from '../web/fields.tsx'
import { Layout } from '../web/layout.tsx'
import { Done, ErrorSummary } from '../web/parts.tsx'
import type { Visit } from '../web/visit.ts'
import { photosWords } from '../web/words/photos.ts'
import { mayRemove, whyNotAdd } from './commands.ts'
import { sizeScript } from './size-script.ts'

/** How long the form of a page that was opened can be sent (s): a photo may have to be taken first. */
const FORM_SECONDS = 30 * 60
const MEGABYTES = MOST_BYTES / 1024 / 1024
const style =
  'figure{margin:var(--s4) 0}figure img{max-width:100%;height:auto;display:block}figcaption{font-size:var(--small)}input[type=file]{max-width:100%;min-height:44px}'

export const PhotosPage: FC<Visit> = (visit) => {
  const { request, region, file, actor, errors } = visit
  const text = photosWords[request.language]
  const photos = photosShown(region, file, actor.role, request.at)
  const wrong = Object.keys(errors).length > 0
  const here = request.params['page'] ?? request.params['token'] ?? ''
  return (
    <Layout region={region} request={request} title={text.title} wrong={wrong} ownStyle={style}>
      {wrong ? null : <Outcome {...visit} />}
      <ErrorSummary errors={errors} language={request.language} />
      {photos.length === 0 ? <p>{text.none}</p> : null}
      {photos.map(({ photo, by, at, width, height }, index) => {
        const theirs = isCitizens(by) ? (isCitizens(actor.role) ? 'you' : 'citizen') : 'officials'
        const caption = text.of(index + 1, text.by[theirs], localTime(at, region.timeZone, request.language))
        return (
          <figure>
            <a href={`photos/${photo}`}>
              <img src={`photos/${photo}`} alt={caption} {...{ width, height }} loading="lazy" />
            </a>
            <figcaption>{caption}</figcaption>
            {mayRemove(visit, photo) ? (
              <details open={errors[`sure-${photo}`] !== undefined}>
                <summary>{text.remove}</summary>
                <CommandForm visit={visit} gives="RemovePhoto" action="remove" label={text.remove}>
                  <input type="hidden" name="photo" value={photo} />
                  <Confirm visit={visit} action={photo} label={text.sure} />
                </CommandForm>
              </details>
            ) : null}
          </figure>
        )
      })}
      {whyNotAdd(visit) === undefined ? <UploadForm {...visit} /> : <p class="note">{text.noMore}</p>}
      <p>
        <a href={`../${here}`}>{text.back}</a>
      </p>
    </Layout>
  )
}

/** Sent to the bucket itself: one file, which S3 then answers by leading back here. */
const UploadForm: FC<Visit> = ({ request, file, actor, nonce }) => {
  const text = photosWords[request.language]
  const { url, fields } = grantUpload({
    name: incomingName({ caseId: file.state.id, by: actor, photo: nonce }),
    at: request.at,
    seconds: FORM_SECONDS,
    leadTo: `${request.base}${request.path}?sent=${nonce}`,
  })
  return (
    <>
      <h2>{text.add}</h2>
      <p>{text.limits(MEGABYTES)}</p>
      <p class="hint">{text.privacy}</p>
      {isCitizens(actor.role) ? null : <p class="hint">{text.later}</p>}
      <form method="post" action={url} enctype="multipart/form-data">
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div>
          <label for="file">{text.file}</label>
          <input
            type="file"
            id="file"
            name="file"
            accept="image/jpeg,image/png,image/webp"
            required
            data-most={MOST_BYTES}
            data-wrong={text.tooLarge(MEGABYTES)}
          />
        </div>
        <button type="submit">{text.send}</button>
      </form>
      <script>{raw(sizeScript)}</script>
    </>
  )
}

/** What became of the photo that the address names, or of a removal. */
const Outcome: FC<Visit> = (visit) => {
  const { request, file } = visit
  const text = photosWords[request.language]
  const { sent } = request.query
  if (confirmed({ removed: ['photo_removed'] }, request.query['done'], file.events))
    return (
      <Done title={text.removed.title}>
        <p>{text.removed.next}</p>
      </Done>
    )
  if (!sent) return null
  const refused = file.refusedPhotos?.find(({ photo }) => photo === sent)
  if (refused)
    return (
      <section class="problem" role="alert">
        <h2>{text.refused}</h2>
        <p>{text.faults[refused.why]}</p>
      </section>
    )
  const { title, next } = stillChecked(visit) ? text.checking : text.added
  return (
    <Done title={title}>
      <p>{next}</p>
      {stillChecked(visit) ? (
        <p>
          <a href={`?sent=${sent}`}>{text.again}</a>
        </p>
      ) : null}
    </Done>
  )
}

/** Sent, and neither added nor refused yet. */
export function stillChecked({ request: { query }, file: { events, refusedPhotos = [] } }: Visit): boolean {
  const { sent = '' } = query
  const isKnown =
    events.some((event) => event.type === 'photo_added' && event.photo === sent) ||
    refusedPhotos.some(({ photo }) => photo === sent)
  return /^[0-9A-Z]{16}$/.test(sent) && !isKnown
}
