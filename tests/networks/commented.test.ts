// What each network's updates say of comments, as the adapters read them: where each stands, how it is named again, and what is the page's own.
import { describe, expect, it } from 'vitest'
import { networks } from '../../functions/networks/networks.ts'

const at = '2026-03-02T07:00:00.000Z'
const later = '2026-03-02T07:01:00.000Z'
const seconds = Date.parse(at) / 1000
const nothing = (why: string) => ({ kind: 'nothing', why })
const said = { kind: 'commented', person: '5', at, text: 'Яма', pictures: [], others: [] }

describe('VK', () => {
  const vk = (type: string, object: object, more: object = {}) =>
    networks.vk.hear({ type, group_id: 1, event_id: 'e1', v: '5.199', secret: 's', object, ...more })
  const comment = { id: 7, from_id: 5, date: seconds, text: 'Яма', attachments: [] }
  const wall = { ...comment, owner_id: -1, post_id: 23 }
  const on = (place: string, link: string) => ({
    ...{ ...said, key: `${place}.7` },
    thread: {
      on: place,
      comment: '7',
      link: `https://vk.com/${link}`,
      ...(!place.startsWith('wall') && { byHand: true }),
    },
  })
  const ofWall = on('wall-1_23', 'wall-1_23?reply=7')

  it.each([
    ['a comment under a post', vk('wall_reply_new', wall), ofWall],
    ['the same of an older version', vk('wall_reply_new', { ...comment, post_owner_id: -1, post_id: 23 }), ofWall],
    [
      'one within a thread, by the comment that began it',
      vk('wall_reply_new', { ...wall, parents_stack: [4] }),
      { ...ofWall, thread: { ...ofWall.thread, link: 'https://vk.com/wall-1_23?reply=7&thread=4' } },
    ],
    [
      'with a photo and a file',
      vk('wall_reply_new', {
        ...wall,
        attachments: [{ type: 'photo', photo: { orig_photo: { url: 'https://a/o' } } }, { type: 'doc' }],
      }),
      { ...ofWall, pictures: [{ url: 'https://a/o' }], others: ['document'] },
    ],
    [
      'a correction, named by the event',
      vk('wall_reply_edit', wall),
      { ...ofWall, key: 'wall-1_23.7.edit.e1', edited: true },
    ],
    ['one that is back', vk('wall_reply_restore', wall), { ...ofWall, key: 'wall-1_23.7.restore.e1', edited: true }],
    [
      'a deletion',
      vk('wall_reply_delete', { id: 7, owner_id: -1, user_id: 5, post_id: 23 }),
      {
        ...{ kind: 'uncommented', key: 'wall-1_23.7.delete.e1' },
        thread: { on: 'wall-1_23', comment: '7', link: 'https://vk.com/wall-1_23?reply=7' },
      },
    ],
    [
      'under a photo',
      vk('photo_comment_new', { ...comment, photo_owner_id: -1, photo_id: 9 }),
      on('photo-1_9', 'photo-1_9'),
    ],
    [
      'under a video whose owner is not said',
      vk('video_comment_new', { ...comment, video_id: 9 }),
      on('video-1_9', 'video-1_9'),
    ],
    [
      'in a discussion',
      vk('board_post_new', { ...comment, topic_owner_id: -1, topic_id: 9 }),
      on('topic-1_9', 'topic-1_9?post=7'),
    ],
    ['in a discussion that is not named', vk('board_post_new', comment), on('topic-1_0', 'board1')],
    [
      'a suggested post, with its place',
      vk('wall_post_new', {
        ...{ id: 4, owner_id: -1, from_id: 5, date: seconds, text: 'Яма', post_type: 'suggest' },
        geo: { type: 'point', coordinates: '43.31 45.69' },
      }),
      {
        ...{ ...said, key: 'wall-1_4.suggested', location: { lat: 43.31, lon: 45.69 } },
        thread: { on: 'wall-1_4', comment: '4', link: 'https://vk.com/wall-1_4', byHand: true },
      },
    ],
    [
      'what the page puts up',
      vk('wall_post_new', { id: 5, owner_id: -1, from_id: -1, date: seconds, text: 'Ремонт', post_type: 'post' }),
      { kind: 'posted', key: 'posted.wall-1_5', on: 'wall-1_5', text: 'Ремонт', at },
    ],
    ['another community', vk('wall_reply_new', { ...wall, from_id: -77 }), { ...ofWall, person: '-77' }],
    ['the page itself', vk('wall_reply_new', { ...wall, from_id: -1 }), nothing('own')],
    [
      'the page itself, which answers a comment',
      vk('wall_reply_new', { ...wall, id: 8, from_id: -1, reply_to_comment: 7 }),
      { kind: 'replied', key: 'wall-1_23.8.own', thread: { on: 'wall-1_23', comment: '7' }, at },
    ],
    ['a repost', vk('wall_repost', wall), nothing('wall_repost')],
    ['a comment under goods', vk('market_comment_new', comment), nothing('market_comment_new')],
    ['a comment of which nobody says where it is', vk('wall_reply_new', comment), nothing('shape')],
    ['none at all', vk('wall_reply_new', { text: 'Яма' }), nothing('shape')],
  ])('%s', (_, heard, expected) => expect(heard).toEqual(expected))

  it('is named the same when it comes again, also without a number of the event', () => {
    const edit = () => vk('wall_reply_edit', wall, { event_id: undefined })
    expect(edit()).toEqual(edit())
    expect(edit()).not.toEqual(vk('wall_reply_edit', { ...wall, text: 'Ямы' }, { event_id: undefined }))
  })
})

describe('MAX', () => {
  const max = (update_type: string, message: object = {}, more: object = {}) =>
    networks.max.hear({
      ...{ update_type, timestamp: Date.parse(later), ...more },
      message: {
        sender: { user_id: 5, is_bot: false },
        recipient: { chat_id: -9, chat_type: 'channel', post_id: 'mid.p' },
        timestamp: Date.parse(at),
        body: { mid: 'mid.7', text: 'Яма' },
        ...message,
      },
    })
  const ofMax = { ...said, key: 'mid.p.mid.7', thread: { on: 'mid.p', comment: 'mid.7' } }
  const { person: _, ...ofNobody } = ofMax
  const group = { recipient: { chat_id: -9, chat_type: 'chat' } }

  it.each([
    ['a comment under a channel’s post', max('comment_created'), ofMax],
    [
      'with its address',
      max('comment_created', { url: 'https://max.ru/c/1' }),
      { ...ofMax, thread: { ...ofMax.thread, link: 'https://max.ru/c/1' } },
    ],
    ['of somebody who is not named', max('comment_created', { sender: undefined }), ofNobody],
    [
      'a correction',
      max('comment_edited'),
      { ...ofMax, key: `mid.p.mid.7.${Date.parse(later)}`, edited: true, editedAt: later },
    ],
    [
      'a deletion',
      networks.max.hear({
        update_type: 'comment_removed',
        message_id: 'mid.7',
        user_id: 5,
        chat_id: -9,
        post_id: 'mid.p',
      }),
      { kind: 'uncommented', key: 'removed.mid.p.mid.7', thread: { on: 'mid.p', comment: 'mid.7' } },
    ],
    [
      'a word in a group',
      max('message_created', group),
      { ...ofMax, key: '-9.mid.7', thread: { on: '-9', comment: 'mid.7' } },
    ],
    [
      'a deletion in a group',
      networks.max.hear({ update_type: 'message_removed', message_id: 'mid.7', user_id: 5, chat_id: -9 }),
      { kind: 'uncommented', key: 'removed.-9.mid.7', thread: { on: '-9', comment: 'mid.7' } },
    ],
    [
      'a sticker alone',
      max('comment_created', { body: { mid: 'mid.7' } }),
      { ...ofMax, text: '', others: ['unknown'] },
    ],
    [
      'what the channel puts up',
      max('message_created', { sender: undefined, recipient: { chat_id: -9, chat_type: 'channel' } }),
      { kind: 'posted', key: 'posted.mid.7', on: 'mid.7', text: 'Яма', at },
    ],
    ['a bot', max('comment_created', { sender: { user_id: 1, is_bot: true } }), nothing('own')],
    [
      'a bot that answers a comment',
      max('comment_created', {
        ...{ sender: { user_id: 1, is_bot: true }, body: { mid: 'mid.8', text: 'Починим' } },
        link: { type: 'reply', message: { mid: 'mid.7' } },
      }),
      { kind: 'replied', key: 'mid.p.mid.8.own', thread: { on: 'mid.p', comment: 'mid.7' }, at },
    ],
    ['a bot in a group', max('message_created', { ...group, sender: { user_id: 1, is_bot: true } }), nothing('own')],
    ['a deletion of nothing', networks.max.hear({ update_type: 'comment_removed', chat_id: -9 }), nothing('shape')],
  ])('%s', (_, heard, expected) => expect(heard).toEqual(expected))
})

describe('Telegram', () => {
  const post = { message_id: 3, is_automatic_forward: true, sender_chat: { id: -77 }, text: 'Ремонт' }
  const message = (more: object = {}) => ({
    ...{ message_id: 7, from: { id: 5, is_bot: false }, chat: { id: -100123, type: 'supergroup' }, date: seconds },
    ...{ text: 'Яма', message_thread_id: 3, reply_to_message: post, ...more },
  })
  const telegram = (more: object = {}) => networks.telegram.hear({ update_id: 1, message: message(more) })
  const thread = { on: '-100123', comment: '7', post: '3', link: 'https://t.me/c/123/7?thread=3' }
  const ofTelegram = { ...said, key: '-100123.7', thread, post: 'Ремонт' }
  const { post: _, ...deeper } = ofTelegram

  it.each([
    ['a comment under a post', telegram(), ofTelegram],
    ['a reply to a comment', telegram({ reply_to_message: { message_id: 6, text: 'И у нас' } }), deeper],
    [
      'in a group with a name',
      telegram({ chat: { id: -100123, type: 'supergroup', username: 'okrug' } }),
      { ...ofTelegram, thread: { ...thread, link: 'https://t.me/okrug/7?thread=3' } },
    ],
    [
      'a correction',
      networks.telegram.hear({ edited_message: message({ edit_date: seconds + 60 }) }),
      { ...ofTelegram, key: `-100123.7.${seconds + 60}`, edited: true, editedAt: later },
    ],
    [
      'a photo of an album',
      telegram({ text: undefined, photo: [{ file_id: 'f' }], media_group_id: 'g' }),
      {
        ...{ ...ofTelegram, text: '', pictures: [{ fileId: 'f' }], album: 'g' },
        thread: { ...ofTelegram.thread, album: 'g' },
      },
    ],
    [
      'somebody in the name of a channel of theirs',
      telegram({ from: { id: 136817688, is_bot: true }, sender_chat: { id: -88 } }),
      { ...ofTelegram, person: '-88' },
    ],
    [
      'the channel itself',
      telegram({ from: { id: 136817688, is_bot: true }, sender_chat: { id: -77 } }),
      nothing('own'),
    ],
    [
      'the group itself',
      telegram({ from: { id: 1087968824, is_bot: true }, sender_chat: { id: -100123 } }),
      nothing('own'),
    ],
    ['a bot', telegram({ from: { id: 1, is_bot: true } }), nothing('own')],
    ['the post as it comes to the group', telegram({ ...post, reply_to_message: undefined }), nothing('own')],
    [
      'the same with where it is from: a post',
      telegram({
        ...{ ...post, reply_to_message: undefined },
        forward_origin: { type: 'channel', chat: { id: -77 }, message_id: 12 },
      }),
      { kind: 'posted', key: 'posted.-77.12', on: '-77.12', text: 'Ремонт', at },
    ],
    [
      'the same post from the channel itself',
      networks.telegram.hear({
        update_id: 2,
        channel_post: { message_id: 12, chat: { id: -77, type: 'channel' }, date: seconds, text: 'Ремонт' },
      }),
      { kind: 'posted', key: 'posted.-77.12', on: '-77.12', text: 'Ремонт', at },
    ],
    [
      'the channel that answers a comment',
      telegram({
        ...{ message_id: 8, from: { id: 136817688, is_bot: true }, sender_chat: { id: -100123 } },
        reply_to_message: { message_id: 7 },
      }),
      { kind: 'replied', key: '-100123.8.own', thread: { on: '-100123', comment: '7' }, at },
    ],
    [
      'the channel that answers a photo of an album, which is of that',
      telegram({
        ...{ message_id: 8, from: { id: 136817688, is_bot: true }, sender_chat: { id: -100123 } },
        reply_to_message: { message_id: 7, media_group_id: 'g' },
      }),
      { kind: 'replied', key: '-100123.8.own', thread: { on: '-100123', comment: '7', album: 'g' }, at },
    ],
    ['who came to the group', telegram({ text: undefined, new_chat_members: [] }), nothing('of the chat')],
    ['a topic of a forum', telegram({ is_topic_message: true, reply_to_message: undefined }), nothing('chat')],
    ['a small group', telegram({ chat: { id: -5, type: 'group' } }), nothing('chat')],
  ])('%s', (_, heard, expected) => expect(heard).toEqual(expected))
})
