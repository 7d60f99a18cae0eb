// How the head of an official page lies in the table. Part of pages.ts and page-heads.ts.
import type { PageHead } from '../statistics/page-figures.ts'

export function headIn({ pk: _, sk, ...head }: Record<string, unknown>): PageHead {
  return { ...head, page: String(sk) } as unknown as PageHead
}
