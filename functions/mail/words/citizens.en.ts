// What citizens read in letters, in English, by what their case is called. Part of en.ts.
import type { CitizensWords } from './citizens-shape.ts'
import type { Noun } from './noun.ts'

/** "“Potholes” or “Manholes”", where there is a choice of few. */
const among = (names: readonly string[]) => (names.length > 0 ? `: “${names.join('” or “')}”` : '')

export const citizens = ({ noun, one }: Noun): CitizensWords => ({
  kinds: {
    received: {
      heading: `We have your ${noun}`,
      text: 'We are finding out whose matter it is. When it is passed on we will write who answers, and by when.',
      button: `Follow your ${noun}`,
    },
    joined: {
      heading: `We have your ${noun}`,
      text: 'Others wrote about this before, and it is being solved. There will be one answer for all; we will send it to you too.',
      button: `Follow your ${noun}`,
    },
    'address-left': {
      heading: 'We have your address',
      text: `The answer to your ${noun} will come to it.`,
      button: `Follow your ${noun}`,
    },
    late: {
      heading: 'We did not keep our word',
      text: 'We are sorry. We will write as soon as there is an answer.',
      button: `Follow your ${noun}`,
    },
    registered: {
      heading: `Your ${noun} was passed on`,
      text: 'We wait for them to confirm that they have taken it up. The link shows what happens.',
      button: `Follow your ${noun}`,
    },
    question: { heading: 'We need to know more', text: 'To solve the matter we lack something:', button: 'Reply' },
    extended: { heading: 'The date of the answer has moved', text: '', button: `Follow your ${noun}` },
    interim: {
      heading: 'What has been done so far',
      text: 'This is an interim answer; the work goes on.',
      button: `Follow your ${noun}`,
    },
    answer: { heading: `The answer to your ${noun}`, text: 'Is the problem solved?', button: 'Open the answer' },
    rejected: {
      heading: `We closed your ${noun}`,
      text: 'There will be no answer to the matter.',
      button: 'Details',
    },
    closed: {
      heading: `Your ${noun} is closed`,
      text: 'We asked you a question and had no reply.',
      button: `Open the ${noun}`,
    },
    'erasure-refused': {
      heading: 'Your data have not been erased yet',
      text: `You asked for the data of your ${noun} to be erased. An operator refused:`,
      button: `Follow your ${noun}`,
    },
  },
  until: { moderation: 'To be read by', assignment: 'To be passed on by' },
  broken: {
    moderation: (time) => `We promised to read your ${noun} by ${time}, and did not.`,
    assignment: (time) => `We promised to find who answers by ${time}, and did not.`,
    finalAnswer: (time) => `We promised an answer by ${time}, and did not keep it.`,
  },
  danger: 'Dangerous right now? Do not wait for an answer.',
  call: (when, phone) => `${when}? Call ${phone}.`,
  reminded: 'We reminded those it depends on.',
  nextReminder: (time, whom) => `If nothing moves, next we tell ${whom}: ${time}.`,
  toWhom: {
    responder: 'the responder',
    deputy: 'their deputy',
    supervisor: 'their supervisor',
    head: 'the head',
    operator: 'an operator of the centre',
  },
  yourMessage: `Your ${noun}`,
  missing: {
    heading: `We have your ${noun}. Please tell us`,
    place: 'We could not tell where it is.',
    topic: (names) => `We could not tell what exactly it is about${among(names)}.`,
    both: (names) => `We could not tell where it is, nor what exactly it is about${among(names)}.`,
    then: 'Answer behind the link, and it goes at once to those responsible. If you have answered already, or do not, an operator will find out.',
    button: 'Answer',
  },
  answerUntil: 'Answer by',
  passedTo: (organisation) => `Your ${noun} was passed on: ${organisation}`,
  answeredBy: (organisation) => `Answered by: ${organisation}`,
  verdicts: { solved: 'Yes, it is solved', unsolved: 'No, it is not' },
  extendedUntil: (time) => `The date of the answer has moved: ${time}`,
  topicCorrected: (topic) =>
    `We corrected the topic of your ${noun}: “${topic}”. Such questions have a term of their own, so the date of the answer has changed.`,
  linkAgain: `This link shows all that happens to your ${noun}, and the answer once it is there.`,
  moreTime: (reason) => `More time is needed: ${reason}`,
  replyUntil: (time) => `Please reply by ${time}.`,
  silence: {
    close: `Without a reply we will close your ${noun}. It can be reopened afterwards.`,
    'close for good': `Without a reply we will close your ${noun}.`,
    resume: 'Without a reply you will be answered by what is known.',
  },
  restsMeanwhile: 'While we wait for you, the deadline of the answer does not run.',
  finalUntil: (time) => `The final answer is promised by ${time}.`,
  takeUpAgain: (days) => `If the problem is still there, send it back to work by the link within ${days} days.`,
  why: `You got this mail because you left your address with your ${noun}.`,
  unconfirmed: {
    kinds: {
      question: `To solve the matter we lack something. What it is, the page of the ${noun} says.`,
      interim: `The interim answer is on the page of the ${noun}; the work goes on.`,
      answer: `It is on the page of the ${noun}. Say there whether the problem is solved: if not, it can go back to work.`,
      'erasure-refused': `We cannot erase the data. The reason is on the page of the ${noun}.`,
    },
    ask: `This address was given in ${one} to us. If you wrote it, open the ${noun} and confirm so: mails about it will then come in full.`,
    button: `Open the ${noun}`,
    notYou: 'Was it not you?',
    stop: 'No more mails',
    why: `You get this mail because this address was given in ${one} to us.`,
  },
})
