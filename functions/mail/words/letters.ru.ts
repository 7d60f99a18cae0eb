// What stands in letters and on no page, in Russian: short, in human words, without officialese. Read through words.ts.
import type { LetterWords } from './letters-shape.ts'
import { byRegime, type Noun } from './noun.ts'

export const ru = byRegime('ru', (noun): LetterWords => ({
  own: own(noun),
  bodies: bodies(noun),
  clocks: {
    moderation: `Проверить ${noun.noun}е до`,
    assignment: 'Назначить ответственного до',
    acceptance: 'Принять в работу до',
    firstResponse: 'Дать первый ответ до',
    finalAnswer: 'Ответить жителю до',
    finalAfterInterim: 'Ответить жителю до',
    answerReview: 'Проверить ответ до',
    clarification: 'Ждём ответа жителя до',
    rating: 'Ждём оценки до',
  },
  undecided: {
    'topic unknown': 'Тема не ясна.',
    'topic ambiguous': 'Подходят несколько тем.',
    'place unknown': 'Место не названо.',
    'place ambiguous': 'Названо несколько мест.',
    'place outside': 'Точка за границами региона.',
    'nobody responsible': 'По этой теме здесь никто не назначен.',
    'routing failed': 'Определить исполнителя не удалось из-за сбоя.',
  },
  actions: {
    accept: 'Принять в работу',
    answer: 'Ответить сразу',
    handover: 'Передать другой организации',
    decline: 'Это не к нам',
    ask: 'Спросить жителя',
    extend: 'Попросить больше времени',
  },
  digest: {
    subject: (cases) => `${noun.Noun}я на сегодня: ${cases}`,
    heading: (cases) => `${noun.Noun}я на сегодня: ${cases}`,
    text: 'Новое с прошлого такого письма. Сначала — самое срочное.',
    due: 'Ближайший срок',
    overdue: 'Срок прошёл',
  },
  message: `${noun.Noun}е жителя`,
  onThePage: '(текст откроется по ссылке)',
  unknown: 'не определено',
  linkNote: 'Если кнопка не работает, скопируйте адрес:',
  orAtOnce: 'Или сразу:',
  acceptBy: 'Принять до',
  answerBy: 'Ответить до',
  provisional: 'предварительно: календарь того года ещё не утверждён',
  reviewBy: 'Проверить до',
  answerToCheck: 'Ответ, который уйдёт жителю:',
  number: 'Номер',
  topic: 'Тема',
  place: 'Место',
  responsible: 'Отвечает',
  goesOn: 'полностью — на странице',
  whyOfficial: (person) => `Письмо для: ${person}. Если это ошибка, позвоните нам.`,
}))

function own({ noun }: Noun): LetterWords['own'] {
  return {
    codeUntil: (time) => `Введите его на странице, где вас о нём спросили. Код действует до: ${time}.`,
    subjects: {
      triage: (words, due) => `Кому передать: ${words} — до ${due}`,
      moderation: (words, due) => `Проверить: ${words} — до ${due}`,
    },
    wasDue: (time) => `Срок был: ${time}. Житель всё ещё ждёт.`,
    heldBy: (person) => `Сейчас отвечает: ${person}.`,
    youCan: {
      answer: 'Вы можете ответить жителю сами или поручить другому.',
      reassign: 'Позвоните исполнителю или назначьте другого ответственного.',
      decide: 'Вы можете решить сами.',
      check: 'Вы можете проверить ответ сами.',
    },
    askedBy: (whose) => `Просит: ${whose}.`,
    granted: {
      operator: 'Оператор согласился. Житель увидит новый срок и причину.',
      atOnce: 'По правилам региона срок продлевается сразу. Житель увидит новый срок и причину.',
      refused: 'Оператор отказал в продлении: действует прежний срок.',
    },
    why: 'Почему',
    said: {
      message: 'Что написал житель:',
      question: 'Жителя спросили:',
      reply: 'Житель ответил:',
      added: 'Житель добавил:',
      reopened: 'Почему вернули:',
      previousAnswer: 'Прежний ответ:',
      yourAnswer: 'Ваш ответ:',
      sentAnswer: 'Что получил житель:',
      toMend: 'Что исправить:',
      lastRemark: 'Прошлое замечание модератора:',
      reason: 'Причина; если продлить срок, её прочитает житель:',
    },
    assignBy: 'Назначить до',
    dueNow: 'Срок сейчас',
    dueIfExtended: 'Если продлить',
    notReached: (name, heading) => `Письмо не дошло до: ${name}. В нём было: «${heading}».`,
    deadAddress: (name, why) =>
      why === 'complaint' ? `${name}: письмо отмечено как спам.` : `${name}: адрес не работает.`,
    declined: (organisation) =>
      `Организация вернула ${noun}е: «${organisation}» считает, что оно не в её ведении. Выберите, пожалуйста, другую.`,
    notMe: { intro: 'Это были не вы?', link: 'Сообщить, что это сделали не вы' },
    disowned: {
      freshLink: 'Вы сообщили, что действие сделали не вы. Прежние ссылки больше не действуют, вот новая.',
      later: 'После этого от того же имени:',
      undone: 'Само действие уже отменено.',
      by: (whose, act) => `${whose} сообщает, что этого не делал: ${act}.`,
    },
    acts: {
      accepted: 'Принято в работу',
      handed_over: 'Передано другой организации',
      handed_back: 'Возвращено тем, кто передал',
      declined: 'Возвращено: не наш вопрос',
      clarification_asked: 'Жителю задан вопрос',
      extension_requested: 'Запрошено продление',
      extended: 'Срок продлён',
      answered: 'Ответ отправлен на проверку',
      noted: 'Добавлена заметка',
    },
    undo: { button: 'Отменить', until: (time) => `Нажали по ошибке? Отменить можно до: ${time}` },
  }
}

function bodies({ noun }: Noun): LetterWords['bodies'] {
  const button = `Открыть ${noun}е`
  return {
    work: {
      text: 'Откройте его и примите в работу. Входить никуда не нужно, ссылка только ваша.',
      button,
    },
    'handed-back': {
      text: 'Примите его в работу или передайте другой организации.',
      button,
    },
    taken: {
      text: `Его передали другой организации или объединили с другим ${noun}ем. Вам больше ничего не нужно делать.`,
      button,
    },
    returned: {
      text: 'Модератор прочитал ваш ответ и вернул его. Срок снова идёт.',
      button: 'Исправить ответ',
    },
    added: { text: '', button },
    clarified: { text: 'Срок снова идёт.', button },
    'extension-decided': { text: '', button },
    'fresh-link': {
      text: 'Её попросили на странице старой ссылки. Если это были не вы, ничего делать не нужно.',
      button,
    },
    receipt: {
      text: 'Копия для вас.',
      button,
    },
    code: {
      text: 'Никому его не сообщайте. Если код запросили не вы, ничего делать не нужно: без него дальше не пройти.',
      button,
    },
    disowned: {
      text: 'Позвоните исполнителю и проверьте, что сделано: если нужно, верните ответ на доработку или назначьте ответственного заново. Его ссылки уже не действуют, новая отправлена на адрес из справочника.',
      button: 'Разобраться',
    },
    outcome: { text: 'Делать ничего не нужно.', button },
    rescheduled: {
      text: 'Изменились правила или календарь рабочих дней, и срок пересчитан.',
      button,
    },
    warning: { text: 'Времени осталось мало.', button },
    missed: { text: '', button },
    escalation: { text: '', button },
    undelivered: {
      text: 'Письмо о нём не дошло до того, кому было отправлено, а вы — следующий, кто может помочь.',
      button,
    },
    'no-reply': {
      text: 'Его время вышло, и ваш срок снова идёт. Ответьте, пожалуйста, по тому, что известно.',
      button,
    },
    unmerged: {
      text: `Его отделили от ${noun}я, с которым оно было объединено: нужен свой ответ. Срок снова идёт.`,
      button,
    },
    'question-undelivered': {
      text: 'Наше письмо к нему не попало. Срок снова идёт: ответьте, пожалуйста, по тому, что известно.',
      button,
    },
    'dead-address': {
      text: `Позвоните, пожалуйста, и исправьте адрес в настройках региона. Само ${noun}е, если нужно, уже передано следующему.`,
      button,
    },
    triage: {
      text: 'Программа не определила, кому его передать. Назначьте ответственного.',
      button: 'Назначить ответственного',
    },
    moderation: {
      text: 'Примите его или отклоните с причиной.',
      button: `Проверить ${noun}е`,
    },
    'erasure-asked': {
      text: 'Решите в течение 10 рабочих дней: удалить данные или отказать с причиной.',
      button: 'Решить об удалении',
    },
    withdrawn: {
      text: 'Оно закрыто. Делать больше ничего не нужно.',
      button,
    },
    'extension-asked': {
      text: 'Продлите срок или откажите. Если продлите, житель увидит причину; её можно поправить.',
      button: 'Решить о сроке',
    },
    review: {
      text: 'Прочитайте его глазами жителя: отвечает ли он на вопрос?',
      button: 'Проверить ответ',
    },
  }
}
