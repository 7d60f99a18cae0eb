// Types of the parts of negotiator that we need: the whole of it would be 5 KB in every function's bundle. Read by request.ts and the
// list of the API.
declare module 'negotiator/lib/language.js' {
  /** The languages of `provided` that an Accept-Language header (RFC 9110, 12.5.4) accepts, the most wanted first; without a header, all. */
  export default function preferredLanguages(accept: string | undefined, provided: readonly string[]): string[]
}
declare module 'negotiator/lib/mediaType.js' {
  /** The media types of `provided` that an Accept header (RFC 9110, 12.5.1) accepts, the most wanted first; without a header, all. */
  export default function preferredMediaTypes(accept: string | undefined, provided: readonly string[]): string[]
}
