// Types of the one part of negotiator that pages need: the whole of it would be 5 KB in every function's bundle. Read by request.ts.
declare module 'negotiator/lib/language.js' {
  /** The languages of `provided` that an Accept-Language header (RFC 9110, 12.5.4) accepts, the most wanted first; without a header, all. */
  export default function preferredLanguages(accept: string | undefined, provided: readonly string[]): string[]
}
