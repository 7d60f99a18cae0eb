// Names what a letter tells, in the words of the mail itself and of the deadline it is about. Called by picture.ts and
// week.ts.
import { words as mailWords } from '../../functions/mail/words/words.ts'
import { topicName } from '../../regions/names.ts'
import type { Told } from './letters.ts'
import type { PlayedCase } from './play.ts'
import type { Teller } from './teller.ts'

export function whatIsTold({ language, clock }: Teller, { played, seq, kind }: Told): string {
  const event = played.events[seq - 1]
  const { heading } = mailWords[language].kinds[kind]
  return event && 'clock' in event ? `${heading}: ${clock(event.clock)}` : heading
}

/** "95-260302-7K4QF Яма на дороге". */
export function caseName({ region, language }: Teller, { message }: PlayedCase): string {
  return `${message.caseId} ${topicName(region, message.topic, language)}`
}
