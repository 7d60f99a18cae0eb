// What officials read in letters, in English. Part of en.ts.
import type { Noun } from './noun.ts'
import type { OfficialWords } from './officials-shape.ts'

export const officials = ({ noun }: Noun): OfficialWords => ({
  kinds: kinds(noun),
  subjects: {
    triage: (words, due) => `Who should answer: ${words} — by ${due}`,
    moderation: (words, due) => `To be checked: ${words} — by ${due}`,
  },
  youMissed: {
    moderation: `You did not check the ${noun} in time`,
    assignment: 'You did not assign it in time',
    acceptance: `You did not accept the ${noun} in time`,
    firstResponse: 'You gave no first response in time',
    finalAnswer: 'You did not answer the citizen in time',
    answerReview: 'You did not check the answer in time',
  },
  notDone: {
    moderation: `A citizen’s ${noun} was not checked in time`,
    assignment: 'Nobody was assigned in time',
    acceptance: `A citizen’s ${noun} was not accepted in time`,
    firstResponse: 'There was no first response in time',
    finalAnswer: 'The citizen was not answered in time',
    answerReview: 'An answer was not checked in time',
  },
  wasDue: (time) => `It was due ${time}. The citizen is still waiting.`,
  heldBy: (person) => `Responsible now: ${person}.`,
  youCan: {
    answer: 'You can answer the citizen yourself or hand it over.',
    reassign: 'Call them, or assign somebody else.',
    decide: 'You can decide it yourself.',
    check: 'You can check the answer yourself.',
  },
  reopened: {
    byCitizen: `The citizen sent the ${noun} back: it is not solved`,
    byOperator: `An operator sent the ${noun} back to work`,
    text: 'Read why it was sent back, and answer the citizen.',
    triage: `The ${noun} was sent back to work and nobody is responsible for it. Please assign it.`,
    button: 'Answer',
  },
  assignedBy: (operator) => `Why you: assigned by an operator of the control centre (${operator}).`,
  handedOverBy: (whose) => `Handed over by ${whose}.`,
  handedBackBy: (whose) => `Handed back by ${whose}: they say that it is not theirs.`,
  askedBy: (whose) => `Asked for by ${whose}.`,
  extended: (time) => `The deadline was moved to ${time}`,
  notExtended: 'The deadline was not moved',
  granted: {
    operator: 'The operator agreed. The citizen will see the new date and the reason.',
    atOnce: 'By the region’s rules it is moved at once. The citizen will see the new date and the reason.',
    refused: 'The operator refused more time: the deadline stays.',
  },
  why: 'Why',
  interim: { heading: 'An interim answer waits for a check' },
  said: {
    message: 'What the citizen wrote:',
    question: 'The citizen was asked:',
    reply: 'The citizen replied:',
    added: 'The citizen added:',
    reopened: 'Why it was sent back:',
    previousAnswer: 'The answer before:',
    yourAnswer: 'Your answer:',
    sentAnswer: 'What the citizen got:',
    toMend: 'What to mend:',
    lastRemark: 'The moderator’s last remark:',
    reason: 'The reason; if you grant it, the citizen will read it:',
  },
  assignBy: 'Assign by',
  dueNow: 'Due now',
  dueIfExtended: 'If granted',
  notReached: (name, heading) => `Not reached: ${name}. The mail said: “${heading}”.`,
  deadAddress: (name, why) =>
    why === 'complaint' ? `${name}: a mail was marked as spam.` : `${name}: the address does not work.`,
  declined: (organisation) =>
    `The organisation returned the ${noun}: ${organisation} says that it is not theirs. Please choose another.`,
  suggestion: 'They suggest',
  did: {
    accepted: `You accepted the ${noun}`,
    answered: 'You sent an answer to be checked',
    handed_over: `You handed the ${noun} to another organisation`,
    handed_back: `You gave the ${noun} back to whoever had handed it over`,
    declined: `You sent the ${noun} back: it is not yours`,
    clarification_asked: 'You asked the citizen',
    extension_requested: 'You asked for more time',
  },
  outcome: {
    sent: 'Your answer went to the citizen',
    edited: 'Your answer went to the citizen with a moderator’s changes',
    closed: 'The citizen rated your answer',
    rated: (score, solved) =>
      [score ? `Rated ${score} of 5` : '', solved ? 'solved' : 'not solved'].filter(Boolean).join(', ') + '.',
  },
  code: {
    heading: (digits) => (digits ? `Code: ${digits}` : 'A code by mail'),
    until: (time) => `Type it on the page that asked you for it. It is valid until ${time}.`,
  },
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
    noted: 'A note was added',
  },
  undo: { button: 'Take it back', until: (time) => `Pressed by mistake? It can be taken back until ${time}` },
})

function kinds(noun: string): OfficialWords['kinds'] {
  const button = `Open the ${noun}`
  return {
    work: {
      heading: `A citizen’s ${noun} is now yours`,
      text: 'Open it and accept it. There is nothing to sign in to; the link is yours alone.',
      button,
    },
    'handed-back': {
      heading: `The ${noun} came back to you`,
      text: 'Accept it, or hand it to another organisation.',
      button,
    },
    taken: {
      heading: `The ${noun} is no longer yours`,
      text: 'It was given to another organisation or joined with another one. You no longer have to do anything.',
      button,
    },
    returned: {
      heading: 'The answer needs rework',
      text: 'A moderator read your answer and returned it. The clock is running again.',
      button: 'Mend the answer',
    },
    added: { heading: 'The citizen added something', text: '', button },
    clarified: {
      heading: 'The citizen answered your question',
      text: 'The clock is running again.',
      button,
    },
    'extension-decided': { heading: 'A decision on the deadline', text: '', button },
    'fresh-link': {
      heading: `A fresh link to the ${noun}`,
      text: 'Somebody asked for it on the page of the old link. If it was not you, there is nothing to do.',
      button,
    },
    receipt: {
      heading: 'We have noted what you did',
      text: 'A copy for you.',
      button,
    },
    code: {
      heading: 'A code by mail',
      text: 'Tell it to nobody. If it was not you who asked for it, there is nothing to do: nobody gets on without it.',
      button,
    },
    disowned: {
      heading: 'A responder says: this wasn’t me',
      text: 'Call the responder and check what was done: if need be, return the answer or assign the case anew. Their links do not act any more; a new one went to the address of the directory.',
      button: 'Look into it',
    },
    outcome: { heading: 'What became of your answer', text: 'There is nothing to do.', button },
    rescheduled: {
      heading: 'The date of the answer has changed',
      text: 'The rules or the calendar of working days changed, and the deadline was computed anew.',
      button,
    },
    warning: { heading: 'The deadline is near', text: 'There is little time left.', button },
    missed: { heading: 'The deadline has passed', text: '', button },
    escalation: { heading: 'Something was not done in time', text: '', button },
    undelivered: {
      heading: `Please see to this ${noun}`,
      text: 'The mail about it did not reach whom it was sent to, and you are the next who can help.',
      button,
    },
    'no-reply': {
      heading: 'The citizen did not reply to your question',
      text: 'The time to reply is over, and your clock is running again. Please answer by what is known.',
      button,
    },
    unmerged: {
      heading: `The ${noun} stands on its own again`,
      text: 'It was taken out of the one it had been merged into and needs an answer of its own. The clock is running again.',
      button,
    },
    'question-undelivered': {
      heading: 'Your question did not reach the citizen',
      text: 'Our mail did not get through. The clock is running again: please answer by what is known.',
      button,
    },
    'dead-address': {
      heading: 'Mail to a colleague does not arrive',
      text: `Please call and put the address right in the region’s settings. The ${noun} itself was passed to the next in line if it had to be.`,
      button,
    },
    triage: {
      heading: `Who should answer this ${noun}?`,
      text: 'It could not be decided whose it is. Please assign it.',
      button: 'Assign it',
    },
    moderation: {
      heading: `A new ${noun} waits for a check`,
      text: 'Admit it, or reject it with a reason.',
      button: `Check the ${noun}`,
    },
    'erasure-asked': {
      heading: 'The citizen asks for their data to be erased',
      text: 'Decide within 10 working days: erase the data, or refuse with a reason.',
      button: 'Decide on erasure',
    },
    withdrawn: {
      heading: `The citizen took the ${noun} back`,
      text: 'It is closed. There is nothing left to do.',
      button,
    },
    'extension-asked': {
      heading: 'A responder asks for more time',
      text: 'Grant it or refuse it. If you grant it, the citizen will see the reason; you may edit it.',
      button: 'Decide',
    },
    review: {
      heading: 'An answer waits for a check',
      text: 'Read it as the citizen will: does it answer the question?',
      button: 'Check the answer',
    },
  }
}
