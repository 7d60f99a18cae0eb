// What may be asked of a case. A command names who asks; whether it is allowed is decided by decide.ts alone.
import type { Language } from '../../regions/schema.ts'
import type { Routing } from '../routing/route-message.ts'
import type { Actor } from './actor.ts'
import type { AnswerKind, Channel, Location, Regime } from './case.ts'
import type { FailedMail } from './notices/failed-mail.ts'

type Ask<T extends string, D extends object = object> = { readonly type: T; readonly by: Actor } & Readonly<D>
/** A responder's command is bound to the assignment his link was issued for. */
type Bound = { assignment?: number }

export type Command =
  | Ask<
      'Submit',
      {
        messageId: string
        channel: Channel
        regime: Regime
        language: Language
        /** Whether the author can be reached (left an e-mail address). */
        author: boolean
        topic?: string
        municipality?: string
        location?: Location
      }
    >
  | Ask<'Admit'>
  | Ask<'Reject', { reason: string }>
  | Ask<'Route', { routing: Routing }>
  | Ask<'Assign', { organisation: string; topic: string; municipality?: string }>
  | Ask<'Accept', Bound>
  | Ask<'HandOver', Bound & { organisation: string; reason: string }>
  | Ask<'Decline', Bound & { reason: string; suggestion?: string }>
  | Ask<'AskCitizen', Bound & { question: string }>
  | Ask<'Clarify', { messageId: string }>
  | Ask<'RequestExtension', Bound & { reason: string }>
  | Ask<'GrantExtension'>
  | Ask<'RefuseExtension', { reason: string }>
  | Ask<'Answer', Bound & { text: string; kind: AnswerKind }>
  | Ask<'ReturnAnswer', { reason: string }>
  | Ask<'ApproveAnswer', { text?: string }>
  | Ask<'Rate', { score: number; solved: boolean; reopen: boolean; reason?: string; messageId?: string }>
  | Ask<'Reopen', { reason?: string; messageId?: string }>
  | Ask<'Merge', { into: string }>
  | Ask<'Unmerge'>
  | Ask<'Join', { child: string; due?: string }>
  | Ask<'Part', { child: string }>
  | Ask<'ShareAnswer', { text: string; from: string }>
  | Ask<'Note', { text: string }>
  | Ask<'RequestLink', { contact: string }>
  | Ask<'Reschedule', { reason: string }>
  | Ask<'ReportBounce', FailedMail>
  | Ask<'Tick'>

export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>

/** Why a command was refused, as a code the faces turn into words. */
export type RefusalCode =
  | 'already exists'
  | 'unknown case'
  | 'not now'
  | 'not yours'
  | 'superseded'
  | 'unknown organisation'
  | 'unknown topic'
  | 'unknown municipality'
  | 'same organisation'
  | 'no more questions'
  | 'citizen unreachable'
  | 'no more extensions'
  | 'too late'
  | 'already asked'
  | 'interim already given'
  | 'already rated'
  | 'no more reopenings'
  | 'same case'
  | 'too soon'
  | 'empty text'
