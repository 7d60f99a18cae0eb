// The texts of letters in English. Read through words.ts.
import { citizens } from './citizens.en.ts'
import { byRegime } from './noun.ts'
import { officials } from './officials.en.ts'
import type { Words } from './shape.ts'

export const en = byRegime('en', (noun): Words => ({
  citizens: citizens(noun),
  official: officials(noun),
  kinds: {
    ...officials(noun).kinds,
    ...citizens(noun).kinds,
  },
  clocks: {
    moderation: 'To be checked by',
    assignment: 'To be assigned by',
    acceptance: 'To be accepted by',
    firstResponse: 'First response due',
    finalAnswer: 'Answer due',
    finalAfterInterim: 'Answer due',
    answerReview: 'Answer to be checked by',
    clarification: 'Waiting for the citizen until',
    rating: 'Waiting for a rating until',
  },
  undecided: {
    'topic unknown': 'The topic is not clear.',
    'topic ambiguous': 'Several topics fit.',
    'place unknown': 'No place is named.',
    'place ambiguous': 'Several places are named.',
    'place outside': 'The point is beyond the region.',
    'nobody responsible': 'Nobody here is responsible for this topic.',
    'routing failed': 'Routing failed by a fault of the system.',
  },
  actions: {
    accept: 'Accept it',
    answer: 'Answer at once',
    handover: 'Hand it to another organisation',
    decline: 'Not ours',
    ask: 'Ask the citizen',
    extend: 'Ask for more time',
  },
  digest: {
    subject: (cases) => `Cases for today: ${cases}`,
    heading: (cases) => `Cases for today: ${cases}`,
    text: 'New since the last such mail. What is most urgent comes first.',
    due: 'Next deadline',
    overdue: 'Overdue since',
  },
  message: `A citizen’s ${noun.noun}`,
  erased: '(the text was erased)',
  unknown: 'not set',
  linkNote: 'If the button does not work, copy this address:',
  orAtOnce: 'Or at once:',
  acceptBy: 'Accept by',
  answerBy: 'Answer by',
  provisional: 'provisional: the calendar of that year is not published yet',
  reviewBy: 'Check by',
  answerToCheck: 'The answer that will go to the citizen:',
  number: 'Number',
  topic: 'Topic',
  place: 'Place',
  responsible: 'Responsible',
  reason: 'Reason',
  because: 'Why you',
  evidence: {
    asked: 'the citizen named the topic or the place when we asked',
    sender: 'the sender named the topic or the place',
    coordinates: 'the place follows from the coordinates',
    words: (found) => `the text says “${found.join('”, “')}”`,
  },
  goesOn: 'in full on the page',
  whyOfficial: (person) => `For: ${person}. If that is a mistake, call us.`,
}))
