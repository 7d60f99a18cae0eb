// What a page that is to be found says of its own address. Part of the form and of the page about the service.
import type { FC } from 'hono/jsx'
import type { Region } from '../../regions/schema.ts'
import type { Request } from '../edge/http.ts'

/** The address of a page without what a link filled in: searches know it as one, in each language of the region. */
export const Canonical: FC<{ region: Region; request: Request; address: string }> = ({ region, request, address }) => {
  const inLanguage = (one: string) => (one === region.languages[0] ? address : `${address}?lang=${one}`)
  // By the address, not by the reader: a robot has no language of its own.
  const asked = region.languages.find((one) => one === request.query['lang']) ?? region.languages[0]!
  return (
    <>
      <link rel="canonical" href={inLanguage(asked)} />
      {region.languages.map((one) => (
        <link rel="alternate" hreflang={one} href={inLanguage(one)} />
      ))}
    </>
  )
}
