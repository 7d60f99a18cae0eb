// Takes what people wrote out of a letter before it is written, where the topic is sensitive: a mail may be forwarded and lies in its
// box for years. The page behind its link has it. Called by letters and digest.
import type { CaseEvent } from '../case/events.ts'
import { isSensitive } from '../case/sensitive.ts'
import { hideTexts } from '../case/texts.ts'
import type { LetterInput } from './letter-input.ts'

/** The same letter without texts where its topic is sensitive. @param instead what is said in the place of each */
export function withoutTexts(input: LetterInput, instead: string): LetterInput {
  if (!isSensitive(input.region, input.file.state)) return input
  const { file, event } = input
  const personal = [...file.personal].map(([id, { messageId, author }]) => {
    return [id, { messageId, text: instead, ...(author && { author }) }] as const
  })
  const hide = (one: CaseEvent): CaseEvent => hideTexts({ ...one, ...('because' in one && { because: [] }) }, instead)
  return {
    ...input,
    event: hide(event),
    file: {
      ...file,
      state: hideTexts(file.state, instead),
      events: file.events.map(hide),
      personal: new Map(personal),
    },
  }
}
