// What hear writes into a case, and says in a dialog without one, in the region's languages.
import type { Language } from '../../regions/schema.ts'

/** Said in a dialog: to whoever opened it, or did by the code of a place; of a case that has its answer; of words that are too many. */
export type Remark = 'opened' | 'opened at' | 'ended' | 'too many'

interface HearWords {
  readonly deleted: string
  readonly commentDeleted: string
  readonly photosLost: (count: number) => string
  readonly remarks: Readonly<Record<Remark, (phone: string, place: string) => string>>
}

export const hearWords: Readonly<Record<Language, HearWords>> = {
  ru: {
    deleted: 'Житель удалил одно из своих сообщений в диалоге. Здесь оно сохранено.',
    commentDeleted:
      'Комментарий, из которого сделано обращение, удалён: автором или администраторами страницы. Здесь он сохранён.',
    photosLost: (count) =>
      `Не удалось получить фотографии из диалога: ${count}. Можно попросить жителя прислать их ещё раз.`,
    remarks: {
      opened: (phone) =>
        `Здравствуйте! Напишите, что случилось и где: улица, дом, населённый пункт. Можно приложить фотографию и точку на карте. Мы пришлём номер сообщения и ответ сюда же. Телефон: ${phone}`,
      'opened at': (phone, place) =>
        `Здравствуйте! Вы пишете отсюда: ${place}. Место мы уже знаем, напишите, что случилось; можно приложить фотографию. Если это в другом месте, назовите его. Мы пришлём номер сообщения и ответ сюда же. Телефон: ${phone}`,
      ended: () =>
        'Спасибо, мы прочитали. По прошлому сообщению ответ уже дан: оценить его или вернуть в работу можно на странице, ссылка на неё выше. Чтобы сообщить о другом, опишите, что случилось и где.',
      'too many': (phone) =>
        `К этому сообщению уже добавлено столько слов, сколько можно до ответа. Дождитесь ответа или позвоните: ${phone}`,
    },
  },
  en: {
    deleted: 'The citizen deleted one of their messages in the dialog. It is kept here.',
    commentDeleted:
      'The comment of which this case was made is deleted, by its writer or by the page. It is kept here.',
    photosLost: (count) =>
      `Photos of the dialog that could not be fetched: ${count}. The citizen may be asked to send them again.`,
    remarks: {
      opened: (phone) =>
        `Hello! Write what happened and where: street, house, town. You may add a photo and a point on the map. We send the number of your message and the answer here. Telephone: ${phone}`,
      'opened at': (phone, place) =>
        `Hello! You write from here: ${place}. We know the place, so write what happened; you may add a photo. If it is elsewhere, name the place. We send the number of your message and the answer here. Telephone: ${phone}`,
      ended: () =>
        'Thank you, we have read it. Your last message has its answer: you can rate it or send it back on its page, whose link is above. To tell of something else, write what happened and where.',
      'too many': (phone) =>
        `As many words as can be were added to this message before its answer. Please wait for the answer, or call: ${phone}`,
    },
  },
}
