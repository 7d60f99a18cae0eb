// What citizens read in letters, in Russian, by what their case is called. Part of ru.ts.
import type { CitizensWords } from './citizens-shape.ts'
import type { Noun } from './noun.ts'

/** "«Ямы» или «Люки»", where there is a choice of few. */
const among = (names: readonly string[]) => (names.length > 0 ? `: «${names.join('» или «')}»` : '')

export const citizens = ({ noun, Noun }: Noun): CitizensWords => ({
  kinds: {
    received: {
      heading: `Мы получили ваше ${noun}е`,
      text: 'Определяем, чей это вопрос. Когда передадим, напишем, кто отвечает и к какому сроку.',
      button: `Следить за ${noun}ем`,
    },
    joined: {
      heading: `Мы получили ваше ${noun}е`,
      text: 'Об этом уже писали, и вопрос решают. Ответ будет один для всех; мы пришлём его и вам.',
      button: `Следить за ${noun}ем`,
    },
    'address-left': {
      heading: 'Ваш адрес записан',
      text: `Ответ на ${noun}е придёт на эту почту.`,
      button: `Следить за ${noun}ем`,
    },
    late: {
      heading: 'Мы не сдержали слово',
      text: 'Простите. Как только появится ответ, мы вам напишем.',
      button: `Следить за ${noun}ем`,
    },
    registered: {
      heading: `Ваше ${noun}е передано`,
      text: 'Ждём подтверждения, что там приняли вопрос в работу. По ссылке видно, что происходит.',
      button: `Следить за ${noun}ем`,
    },
    question: {
      heading: 'Нам нужно уточнение',
      text: 'Чтобы решить вопрос, нам не хватает сведений:',
      button: 'Ответить',
    },
    extended: { heading: 'Срок ответа перенесён', text: '', button: `Следить за ${noun}ем` },
    interim: {
      heading: `Что уже сделано по вашему ${noun}ю`,
      text: 'Это промежуточный ответ, работа продолжается.',
      button: `Следить за ${noun}ем`,
    },
    answer: { heading: `Ответ на ваше ${noun}е`, text: 'Проблема решена?', button: 'Открыть ответ' },
    rejected: { heading: `Мы закрыли ваше ${noun}е`, text: 'Ответа по существу не будет.', button: 'Подробнее' },
    closed: {
      heading: `${Noun}е закрыто`,
      text: 'Мы задали вам вопрос и не дождались ответа.',
      button: `Открыть ${noun}е`,
    },
    'erasure-refused': {
      heading: 'Ваши данные пока не удалены',
      text: `Вы просили удалить данные по вашему ${noun}ю. Оператор отказал:`,
      button: `Следить за ${noun}ем`,
    },
  },
  until: { moderation: 'Прочитаем до', assignment: 'Назначим ответственного до' },
  broken: {
    moderation: (time) => `Мы обещали прочитать ваше ${noun}е до: ${time}, и не успели.`,
    assignment: (time) => `Мы обещали назначить ответственного до: ${time}, и не успели.`,
    finalAnswer: (time) => `Мы обещали ответ до: ${time}, и не успели.`,
  },
  danger: 'Опасно прямо сейчас? Не ждите ответа.',
  call: (when, phone) => `${when}? Звоните ${phone}.`,
  reminded: 'Тому, от кого это зависит, мы напомнили.',
  nextReminder: (time, whom) => `Если дело не сдвинется, дальше сообщим ${whom}: ${time}.`,
  toWhom: {
    responder: 'исполнителю',
    deputy: 'заместителю исполнителя',
    supervisor: 'руководителю исполнителя',
    head: 'главе',
    operator: 'оператору центра',
  },
  yourMessage: `Ваше ${noun}е`,
  missing: {
    heading: `Мы получили ваше ${noun}е. Подскажите нам`,
    place: 'Мы не поняли, где это.',
    topic: (names) => `Мы не поняли, о чём именно речь${among(names)}.`,
    both: (names) => `Мы не поняли, где это и о чём именно речь${among(names)}.`,
    then: 'Ответьте по ссылке, и мы сразу передадим вопрос тем, кто отвечает. Если вы уже ответили или не ответите, разберётся оператор.',
    button: 'Ответить',
  },
  answerUntil: 'Ответим до',
  passedTo: (organisation) => `Ваше ${noun}е передано: ${organisation}`,
  answeredBy: (organisation) => `Отвечает: ${organisation}`,
  verdicts: { solved: 'Да, решена', unsolved: 'Нет, не решена' },
  extendedUntil: (time) => `Срок ответа перенесён: ${time}`,
  topicCorrected: (topic) =>
    `Мы исправили тему вашего ${noun}я: «${topic}». У таких вопросов свой срок, поэтому дата ответа изменилась.`,
  linkAgain: `По этой ссылке видно всё, что происходит с вашим ${noun}ем, и ответ, когда он готов.`,
  moreTime: (reason) => `Нужно больше времени: ${reason}`,
  replyUntil: (time) => `Ответьте, пожалуйста, до: ${time}.`,
  silence: {
    close: `Если ответа не будет, мы закроем ${noun}е. Потом его можно будет вернуть в работу.`,
    'close for good': `Если ответа не будет, мы закроем ${noun}е.`,
    resume: 'Если ответа не будет, вам ответят по тому, что известно.',
  },
  restsMeanwhile: `Пока мы ждём вас, срок ответа на ${noun}е не идёт.`,
  finalUntil: (time) => `Окончательный ответ обещан до: ${time}.`,
  takeUpAgain: (days) =>
    `Если проблема осталась, верните ${noun}е в работу по ссылке; это можно сделать в течение ${days} дней.`,
  why: `Вы получили это письмо, потому что оставили свой адрес в ${noun}и.`,
  unconfirmed: {
    kinds: {
      question: `Чтобы решить вопрос, нам не хватает сведений. Что именно — на странице ${noun}я.`,
      interim: `Промежуточный ответ — на странице ${noun}я. Работа продолжается.`,
      answer: `Он на странице ${noun}я. Скажите там, решена ли проблема: если нет, ${noun}е можно вернуть в работу.`,
      'erasure-refused': `Мы не можем удалить данные. Причина — на странице ${noun}я.`,
    },
    ask: `Этот адрес указали в ${noun}и к нам. Если писали вы, откройте ${noun}е и подтвердите это: тогда письма о нём будут приходить целиком.`,
    button: `Открыть ${noun}е`,
    notYou: 'Это были не вы?',
    stop: 'Больше не писать',
    why: `Вы получили это письмо, потому что этот адрес указали в ${noun}и.`,
  },
})
