// Why a message is closed without an answer, and what its writer can do now, in English. Read through grounds.ts.
import type { Grounds } from './grounds-shape.ts'
import type { Noun } from './noun.ts'

export const grounds = ({ noun }: Noun): Grounds => ({
  'off topic': {
    why: 'This is not for the bodies that answer here.',
    next: (phone) => `Whom to ask, you are told by telephone: ${phone}.`,
  },
  duplicate: {
    why: 'You wrote about this before.',
    next: () => `The answer will come to your first ${noun}. There is nothing more to do.`,
  },
  'in work': {
    why: 'This is known, and work is under way.',
    next: (phone) => `There is nothing more to do. If nothing changes, write again or call ${phone}.`,
  },
  'no facts': {
    why: 'The text says too little for anything to be done.',
    next: (phone) => `Write again: what happened, where and since when. Or call ${phone}.`,
  },
  abuse: {
    why: 'The text is insulting.',
    next: () => 'Write about the same without insults, and you will be answered.',
  },
  other: { why: 'Another reason.', next: (phone) => `If we misunderstood you, write again or call ${phone}.` },
})
