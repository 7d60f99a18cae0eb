// The photos of a case in a row, each leading to the whole picture, and the way to their own page (functions/photos). Shown on the
// citizen's page and on those of officials.
import type { FC } from 'hono/jsx'
import { inEvery } from '../../../regions/languages.ts'
import { photosShown } from '../../edge/photos-shown.ts'
import type { Visit } from '../visit.ts'

const words = inEvery({
  ru: {
    link: 'Фотографии: посмотреть, добавить',
    one: 'Фотография',
    elsewhere: (count: number) => `Фотографий: ${count}. Они открываются по ссылке из письма об этом деле.`,
  },
  en: {
    link: 'Photos: see, add',
    one: 'Photo',
    elsewhere: (count: number) => `Photos: ${count}. They open by the link of a mail about this case.`,
  },
})

export const Photos: FC<Visit> = ({ file, region, request: { params, language, at }, actor }) => {
  if (!region.web.photos || file.state.erasedAt) return null
  const shown = photosShown(region, file, actor.role, at)
  // The console shows no pictures yet, and must not hide that there are some.
  if (params['token'] === undefined) return shown.length > 0 ? <p>{words[language].elsewhere(shown.length)}</p> : null
  const page = `${params['page'] ?? params['token']}/photos`
  return (
    <p class="photos">
      {shown.map(({ photo }, index) => (
        <>
          <a href={`${page}/${photo}`}>
            <img
              src={`${page}/${photo}?small`}
              alt={`${words[language].one} ${index + 1}`}
              height="96"
              loading="lazy"
            />
          </a>{' '}
        </>
      ))}
      <a href={page}>{words[language].link}</a>
    </p>
  )
}
