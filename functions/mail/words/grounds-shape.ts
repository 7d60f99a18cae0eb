// Names the texts of grounds.ts: a ground that lacks one is a type error.
import type { RejectGround } from '../../case/case.ts'

export type Grounds = Readonly<Record<RejectGround, { why: string; next: (phone: string) => string }>>
