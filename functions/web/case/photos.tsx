// The photos of a case in a row, each leading to the whole picture, and the way to their own page (functions/photos). Shown on the
// citizen's page and on those of officials.
import type { FC } from 'hono/jsx'
import { inEvery } from '../../../regions/languages.ts'
import { photosShown } from '../../edge/photos-shown.ts'
import type { Visit } from '../visit.ts'

const words = inEvery({
  ru: { link: 'Фотографии: посмотреть, добавить', first: 'Добавить фотографии', one: 'Фотография' },
  en: { link: 'Photos: see, add', first: 'Add photos', one: 'Photo' },
})

export const Photos: FC<Visit> = ({ file, region, request: { base, params, language, at }, actor }) => {
  if (!region.web.photos || file.state.erasedAt) return null
  const shown = photosShown(region, file, actor.role, at)
  // Behind a link there is a page of its own beside it; the console shows them here.
  const isBehindLink = params['token'] !== undefined
  const page = isBehindLink ? `${params['page'] ?? params['token']}/photos` : `${base}/console/photos/${file.state.id}`
  const addressOf = (photo: string) => (isBehindLink ? `${page}/${photo}?` : `${page}?photo=${photo}&`)
  return (
    <p class="photos">
      {shown.map(({ photo }, index) => (
        <>
          <a href={addressOf(photo).slice(0, -1)}>
            <img
              src={`${addressOf(photo)}small`}
              alt={`${words[language].one} ${index + 1}`}
              height="96"
              loading="lazy"
            />
          </a>{' '}
        </>
      ))}
      {isBehindLink ? <a href={page}>{words[language][shown.length > 0 ? 'link' : 'first']}</a> : null}
    </p>
  )
}
