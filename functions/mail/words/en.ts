// The texts of letters in English. Read through words.ts.
import { citizens } from './citizens.en.ts'
import { byRegime } from './noun.ts'
import type { Words } from './shape.ts'

const open = 'Open the case'

export const en = byRegime('en', (noun): Words => ({
  citizens: citizens(noun),
  kinds: {
    work: {
      heading: 'A citizen’s message is now yours',
      text: 'Open it and accept it. There is nothing to sign in to; the link is yours alone.',
      button: open,
    },
    'handed-back': {
      heading: 'A case came back to you',
      text: 'Those you handed it to say that it is not theirs.',
      button: open,
    },
    taken: {
      heading: 'The case is no longer yours',
      text: 'It was given to others or joined with another case. You no longer have to do anything.',
      button: open,
    },
    returned: {
      heading: 'The answer needs rework',
      text: 'A moderator read your answer and returned it. The clock is running again.',
      button: 'Mend the answer',
    },
    clarified: {
      heading: 'The citizen answered your question',
      text: 'The clock is running again. The reply is in the case.',
      button: open,
    },
    'extension-decided': {
      heading: 'A decision on the deadline',
      text: 'The operator has decided on your request for more time.',
      button: open,
    },
    'fresh-link': {
      heading: 'A fresh link to the case',
      text: 'Somebody asked for it on the page of the old link. If it was not you, there is nothing to do.',
      button: open,
    },
    receipt: {
      heading: 'We have noted what you did',
      text: 'A copy for you. If it was not you, call us.',
      button: open,
    },
    rescheduled: {
      heading: 'The date of the answer has changed',
      text: 'The rules or the calendar of working days changed, and the deadline was computed anew.',
      button: open,
    },
    warning: { heading: 'The deadline is near', text: 'There is little time left.', button: open },
    missed: { heading: 'The deadline has passed', text: 'The citizen is still waiting.', button: open },
    escalation: {
      heading: 'A case was not answered in time',
      text: 'We write to you because the deadline has passed and the work is not done. You can do it yourself or hand it over.',
      button: open,
    },
    undelivered: {
      heading: 'Please see to this case',
      text: 'The mail about it did not reach whom it was sent to, and you are the next who can help.',
      button: open,
    },
    'no-reply': {
      heading: 'The citizen did not reply to your question',
      text: 'The time to reply is over, and your clock is running again. Please answer by what is known.',
      button: open,
    },
    unmerged: {
      heading: 'The case stands on its own again',
      text: 'It was taken out of the case it had been merged into and needs an answer of its own. The clock is running again.',
      button: open,
    },
    'question-undelivered': {
      heading: 'Your question did not reach the citizen',
      text: 'Our mail did not get through. The clock is running again: please answer by what is known.',
      button: open,
    },
    'dead-address': {
      heading: 'Mail to a colleague does not arrive',
      text: 'Please call and put the address right in the region’s settings. The case itself was passed to the next in line if it had to be.',
      button: open,
    },
    triage: {
      heading: 'Who should answer this?',
      text: 'It could not be decided whose it is. Please assign it.',
      button: 'Assign it',
    },
    moderation: {
      heading: 'A new message waits for a check',
      text: 'Admit it, or reject it with a reason.',
      button: 'Check the message',
    },
    'erasure-asked': {
      heading: 'The citizen asks for their data to be erased',
      text: 'Decide within 10 working days: erase the data, or refuse with a reason.',
      button: 'Decide on erasure',
    },
    withdrawn: {
      heading: 'The citizen took the message back',
      text: 'It is closed and its texts are gone. There is nothing left to do.',
      button: open,
    },
    'extension-asked': {
      heading: 'A responder asks for more time',
      text: 'Grant it or refuse it. The citizen will be told.',
      button: 'Decide',
    },
    review: {
      heading: 'An answer waits for a check',
      text: 'Read it as the citizen will: does it answer the question?',
      button: 'Check the answer',
    },
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
    handover: 'Hand it over',
    decline: 'Not ours',
    ask: 'Ask the citizen',
    extend: 'Ask for more time',
  },
  digest: {
    subject: (cases) => `Cases for today: ${cases}`,
    heading: (cases) => `Cases for today: ${cases}`,
    text: 'All that has come since yesterday morning, in one mail. What is most urgent comes first.',
    due: 'Next deadline',
    overdue: 'Overdue since',
  },
  message: 'A citizen’s message',
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
    sender: 'the sender named the topic or the place',
    coordinates: 'the place follows from the coordinates',
    words: (found) => `the text says “${found.join('”, “')}”`,
  },
  goesOn: 'in full on the page',
  whyOfficial: (name) => `For: ${name}. The region’s settings name you as responsible.`,
  heldBy: (name) => `Now with: ${name}.`,
  notReached: (name, heading) => `Not reached: ${name}. The mail said: “${heading}”.`,
  deadAddress: (name, why) =>
    why === 'complaint' ? `${name}: a mail was marked as spam.` : `${name}: the address does not work.`,
  declined: (organisation) =>
    `The organisation returned the case: ${organisation} says that it is not theirs. Please choose another.`,
  suggestion: 'They suggest',
  newDate: (time, reason) => `The new date: ${time}. Reason: ${reason}`,
}))
