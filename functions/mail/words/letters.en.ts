// What stands in letters and on no page, in English: short, in human words, without officialese. Read through words.ts.
import type { LetterWords } from './letters-shape.ts'
import { byRegime, type Noun } from './noun.ts'

export const en = byRegime('en', (noun): LetterWords => ({
  own: own(noun),
  bodies: bodies(noun),
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
    unsure: 'Whom it may go to was found, and a person is to decide.',
    'routing failed': 'Routing failed by a fault of the system.',
  },
  actions: {
    accept: 'Accept it',
    answer: 'Answer at once',
    handover: 'Hand it to another organisation',
    decline: 'Not ours',
    ask: 'Ask the citizen',
    call: 'Call the citizen',
    extend: 'Ask for more time',
  },
  waiting: {
    subject: (cases, since) => `Waiting to be decided: ${cases}, the oldest since ${since}`,
    text: 'What is most urgent comes first. Each opens by a link of its own without signing in, the whole list in the console.',
    open: 'Open the list',
    more: (cases) => `And ${cases} more: they are in the list.`,
  },
  digest: {
    subject: (cases) => `Cases for today: ${cases}`,
    heading: (cases) => `Cases for today: ${cases}`,
    text: 'New since the last such mail. What is most urgent comes first.',
    due: 'Next deadline',
    overdue: 'Overdue since',
  },
  message: `A citizen’s ${noun.noun}`,
  onThePage: '(the link opens the text)',
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
  goesOn: 'in full on the page',
  whyOfficial: (person) => `For: ${person}. If that is a mistake, call us.`,
}))

function own({ noun }: Noun): LetterWords['own'] {
  return {
    again: {
      text: 'Read why it was sent back, and answer the citizen.',
      triage: `The ${noun} was sent back to work and nobody is responsible for it. Please assign it.`,
      button: 'Answer',
    },
    codeUntil: (time) => `Type it on the page that asked you for it. It is valid until ${time}.`,
    subjects: {
      triage: (words, due) => `Who should answer: ${words} — by ${due}`,
      moderation: (words, due) => `To be checked: ${words} — by ${due}`,
    },
    wasDue: (time) => `It was due ${time}. The citizen is still waiting.`,
    heldBy: (person) => `Responsible now: ${person}.`,
    youCan: {
      answer: 'You can answer the citizen yourself or hand it over.',
      reassign: 'Call them, or assign somebody else.',
      decide: 'You can decide it yourself.',
      check: 'You can check the answer yourself.',
    },
    askedBy: (whose) => `Asked for by ${whose}.`,
    granted: {
      operator: 'The operator agreed. The citizen will see the new date and the reason.',
      atOnce: 'By the region’s rules it is moved at once. The citizen will see the new date and the reason.',
      refused: 'The operator refused more time: the deadline stays.',
    },
    why: 'Why',
    said: {
      message: 'What the citizen wrote:',
      question: 'The citizen was asked:',
      reply: 'The citizen replied:',
      added: 'The citizen added:',
      photo: 'A photo: it is on the page of the case.',
      reopened: 'Why it was sent back:',
      previousAnswer: 'The answer before:',
      yourAnswer: 'Your answer:',
      sentAnswer: 'What the citizen reads:',
      toTell: 'What to tell:',
      toMend: 'What to mend:',
      lastRemark: 'The moderator’s last remark:',
      reason: 'The reason; if you grant it, the citizen will read it:',
    },
    byPhone:
      'The citizen has no e-mail, or it does not work: call them if something is to be asked. The telephone is on the page.',
    assignBy: 'Assign by',
    dueNow: 'Due now',
    dueIfExtended: 'If granted',
    notReached: (name, heading) => `Not reached: ${name}. The mail said: “${heading}”.`,
    deadAddress: (name, why) =>
      why === 'complaint' ? `${name}: a mail was marked as spam.` : `${name}: the address does not work.`,
    inPlaceOf: (name, until) => `You get this in the place of ${name}, who is away up to ${until}.`,
    declined: (organisation) =>
      `The organisation returned the ${noun}: ${organisation} says that it is not theirs. Please choose another.`,
    topicCorrected: (topic) => `An operator corrected the topic: it is “${topic}” now. So the deadline is another one.`,
    linkAgain: 'An operator of the centre has sent it to you. It opens all that is needed to work on it.',
    notMe: { intro: 'This wasn’t you?', link: 'Say that it was not you' },
    disowned: {
      freshLink:
        'You said that something was not done by you. Your earlier links do not act any more; here is a new one.',
      later: 'After it in the same name:',
      undone: 'The act itself has been taken back already.',
      by: (whose, act) => `${whose} says that this was not done by them: ${act}.`,
    },
    acts: {
      accepted: 'Taken into work',
      handed_over: 'Handed over to another organisation',
      handed_back: 'Given back to whoever had handed it over',
      declined: 'Sent back: not ours',
      clarification_asked: 'The citizen was asked',
      extension_requested: 'More time requested',
      extended: 'Deadline extended',
      answered: 'Answer sent to be checked',
      called: 'A call to the citizen noted',
      noted: 'A note was added',
    },
    undo: { button: 'Take it back', until: (time) => `Pressed by mistake? It can be taken back until ${time}` },
  }
}

function bodies({ noun }: Noun): LetterWords['bodies'] {
  const button = `Open the ${noun}`
  return {
    work: {
      text: 'Open it and accept it. There is nothing to sign in to; the link is yours alone.',
      button,
    },
    'handed-back': {
      text: 'Accept it, or hand it to another organisation.',
      button,
    },
    taken: {
      text: 'It was given to another organisation or joined with another one. You no longer have to do anything.',
      button,
    },
    returned: {
      text: 'A moderator read your answer and returned it. The clock is running again.',
      button: 'Mend the answer',
    },
    added: { text: '', button },
    clarified: {
      text: 'The clock is running again.',
      button,
    },
    'extension-decided': { text: '', button },
    'fresh-link': {
      text: 'Somebody asked for it on the page of the old link. If it was not you, there is nothing to do.',
      button,
    },
    receipt: {
      text: 'A copy for you.',
      button,
    },
    code: {
      text: 'Tell it to nobody. If it was not you who asked for it, there is nothing to do: nobody gets on without it.',
      button,
    },
    disowned: {
      text: 'Call the responder and check what was done: if need be, return the answer or assign the case anew. Their links do not act any more; a new one went to the address of the directory.',
      button: 'Look into it',
    },
    call: {
      text: 'They have no e-mail, or it does not work. The name and the telephone are on the page; note there that you called.',
      button: 'Call the citizen',
    },
    outcome: { text: 'There is nothing to do.', button },
    rescheduled: {
      text: 'The rules or the calendar of working days changed, and the deadline was computed anew.',
      button,
    },
    warning: { text: 'There is little time left.', button },
    missed: { text: '', button },
    escalation: { text: '', button },
    undelivered: {
      text: 'The mail about it did not reach whom it was sent to, and you are the next who can help.',
      button,
    },
    'no-reply': {
      text: 'The time to reply is over, and your clock is running again. Please answer by what is known.',
      button,
    },
    unmerged: {
      text: 'It was taken out of the one it had been merged into and needs an answer of its own. The clock is running again.',
      button,
    },
    'question-undelivered': {
      text: 'Our mail did not get through. The clock is running again: please answer by what is known.',
      button,
    },
    'by-hand': {
      text: 'The network did not take it, or did not say so. Send the link from the case, or reach them in another way.',
      button,
    },
    'dead-address': {
      text: `Please call and put the address right in the region’s settings. The ${noun} itself was passed to the next in line if it had to be.`,
      button,
    },
    triage: {
      text: 'It could not be decided whose it is. Please assign it.',
      button: 'Assign it',
    },
    moderation: {
      text: 'Admit it, or reject it with a reason.',
      button: `Check the ${noun}`,
    },
    'erasure-asked': {
      text: 'Decide within 10 working days: erase the data, or refuse with a reason.',
      button: 'Decide on erasure',
    },
    withdrawn: {
      text: 'It is closed. There is nothing left to do.',
      button,
    },
    'extension-asked': {
      text: 'Grant it or refuse it. If you grant it, the citizen will see the reason; you may edit it.',
      button: 'Decide',
    },
    review: {
      text: 'Read it as the citizen will: does it answer the question?',
      button: 'Check the answer',
    },
  }
}
