import { anEventDetail, aRegistration, aViewer, eventNow } from '../../../../testing/a-guest-event';
import { audienceWords, knownBefore, knownSince, seatLines } from './event-copy';
import { wordsOf } from '../own/own-words';
import { mainDeed } from './main-deed';

const HOUR_MS = 3_600_000;
const labelOf = (event: object, viewer: object): string | undefined =>
  mainDeed(anEventDetail('健身', event), aViewer(viewer), eventNow)?.label;

describe('the button under the thumb says what a tap does', () => {
  it.each([
    ['a place is free', {}, {}, '报名'],
    ['no place is left', { seatsLeft: 0, quotas: [{ group: 'anyone', places: 20, left: 0 }] }, {}, '候补报名'],
    ['places are drawn', { places: 'draw' }, {}, '参加抽签'],
    ['one cancelled before', {}, { own: aRegistration({ state: 'cancelled' }) }, '再次报名'],
    ['one is not signed in', {}, { notNow: 'sign-in-needed' }, '登录后报名'],
    [
      'registration is still to open',
      { opensAt: eventNow + 22 * HOUR_MS },
      { notNow: 'not-open-yet' },
      '明天 8:00 开始报名',
    ],
    ['registration is over', {}, { notNow: 'closed' }, '报名已截止'],
    ['it was called off', { state: 'cancelled' }, { notNow: 'cancelled' }, '看看别的活动'],
    ['it is for members', {}, { notNow: 'members-only' }, '加入工会后报名'],
    ['it is for members of its union', {}, { notNow: 'union-members-only' }, '只接受本工会会员报名'],
    ['it is for another occupation', {}, { notNow: 'other-occupation' }, '这次面向其他职业'],
    ['no quota is for one', {}, { notNow: 'no-quota-for-you' }, '没有您这一类的名额'],
    ['one missed twice and has one', {}, { notNow: 'one-at-a-time' }, '看看已经报的活动'],
    ['nobody registers', { places: 'walk-in', quotas: [] }, { notNow: 'walk-in-only' }, '导航过去'],
    [
      'it is over',
      { state: 'held', endsAt: eventNow - 1, startsAt: eventNow - HOUR_MS },
      { notNow: 'closed' },
      '看看别的活动',
    ],
    ['one has a place', {}, { own: aRegistration() }, '加到日历'],
    ['one has a place and it begins', {}, { own: aRegistration({ may: { checkIn: true } }) }, '扫主持人的码签到'],
    ['one was checked in', {}, { own: aRegistration({ attended: [eventNow] }) }, undefined],
    [
      'one was checked in, and another day follows',
      { sessions: 2 },
      { own: aRegistration({ attended: [eventNow] }) },
      '加到日历',
    ],
    ['a place is kept for one', {}, { own: aRegistration({ state: 'offered', may: { accept: true } }) }, '接受名额'],
    ['one waits', {}, { own: aRegistration({ state: 'waiting', may: { cancel: true } }) }, '退出候补'],
    [
      'one waits for a partner',
      {},
      { own: aRegistration({ state: 'waiting', waitsFor: 'partner', may: { cancel: true } }) },
      '取消报名',
    ],
    ['one is in the draw', {}, { own: aRegistration({ state: 'entered', may: { cancel: true } }) }, '退出抽签'],
  ])('when %s', (_, event, viewer, label) => {
    expect(labelOf(event, viewer)).toBe(label);
  });

  it('joins the list where the places left are for others', () => {
    const quotas = [
      { group: 'members', places: 10, left: 0 },
      { group: 'new-employment', places: 10, left: 3 },
    ];
    expect(labelOf({ quotas }, { quotas: ['members'] })).toBe('候补报名');
    expect(labelOf({ quotas }, { quotas: ['members', 'new-employment'] })).toBe('报名');
  });
});

describe('before the tap', () => {
  const told = (event: object, viewer: object = {}): string =>
    knownBefore(anEventDetail('健身', event), aViewer(viewer), eventNow).join('\n');

  it('one reads until when to cancel, and when the name is deleted', () => {
    expect(told({})).toContain('来不了请在今天 14:00前取消');
    expect(told({})).toContain('您的姓名活动后180天删除');
  });

  it('one who comes late reads of no day that is over', () => {
    expect(told({ cancelBy: eventNow })).toContain('来不了也请取消，选一个原因就行');
    expect(told({ cancelBy: eventNow })).not.toContain('请在');
  });

  it('one who never missed reads nothing of missing', () => {
    expect(told({})).not.toContain('没有来');
  });

  it.each([
    [1, '再有一次，同一时间就只能报一个活动'],
    [2, '所以同一时间只能报一个活动'],
  ])('one who missed %d times lately reads what that means', (missedLately, words) => {
    expect(told({}, { missedLately })).toContain(words);
  });

  it('a family reads that it stays together, and how often it may be passed over', () => {
    const family = { mostChildren: 2, ageFrom: 4, ageUpTo: 10 };
    expect(told({ family })).toContain('可以带 1 到 2 个 4 到 10 岁的孩子');
    expect(told({ family })).toContain('最多越过您3次');
    expect(told({ family })).toContain('孩子的姓名和年龄活动第二天删除');
  });

  it('whoever is asked something reads when the answers are deleted', () => {
    const field = { fieldId: 'size', label: '衣服尺码', kind: 'text', options: [], isRequired: true, askedIf: null };
    const fields = [
      { ...field, isSensitive: false, purgeDays: 7 },
      { ...field, fieldId: 'ill', isSensitive: true, purgeDays: 30 },
    ];
    expect(told({ fields })).toContain('填写的内容活动后30天内删除');
    expect(told({ fields })).toContain('谁看过您都查得到');
  });
});

it('says for whom it is and how many places each group has', () => {
  const event = anEventDetail('健身', {
    audience: { who: 'members', occupations: ['courier'], age: { from: 18, upTo: 35 } },
    quotas: [
      { group: 'men', places: 10, left: 0 },
      { group: 'women', places: 10, left: 4 },
    ],
  });
  expect(audienceWords(event)).toBe('工会会员；快递员；18 到 35 岁');
  expect(seatLines(event, eventNow)).toEqual([
    '男士：已满，共\u00a010\u00a0个',
    '女士：还\u2060有\u00a04\u00a0个，共\u00a010\u00a0个',
  ]);
  expect(seatLines(event, event.endsAt)).toEqual(['男士：10 个', '女士：10 个']);
});

describe('at a mixer in pairs', () => {
  const mixer = (about: object = {}) =>
    anEventDetail('联谊', {
      kind: 'mixer',
      inPairs: true,
      waiting: null,
      quotas: ['men', 'women'].map((group) => ({ group, places: 10, left: 4 })),
      ...about,
    });
  const waits = (about: object) =>
    wordsOf(aRegistration({ state: 'waiting', quota: null, ...about }), mixer(), eventNow);

  it('one reads before the tap what it means, whether places are drawn or not', () => {
    expect(knownBefore(mixer(), aViewer(), eventNow).join()).toContain('凑成一对就一起录取');
    expect(knownBefore(mixer({ places: 'draw' }), aViewer(), eventNow).join()).toContain('抽中的男士和女士一样多');
  });

  it('one who waits reads whether somebody of the other side is missing, and who is before them on their own', () => {
    expect(waits({ waitsFor: 'partner', position: 1 })).toMatchObject({ title: '报名收到，等着成对' });
    expect(waits({ waitsFor: 'partner', position: 3 }).text).toContain('您这一方前面还有 2 位');
    expect(waits({ waitsFor: 'place', position: 3 })).toMatchObject({ title: '候补中' });
    expect(waits({ waitsFor: 'place', position: 3 }).text).toContain('您这一方前面还有 2 位');
  });
});

describe('after the tap', () => {
  const told = (registration: object): string =>
    knownSince(anEventDetail('健身'), aRegistration(registration), eventNow).join('\n');

  it('one who has a place still reads until when to cancel', () => {
    expect(told({ state: 'confirmed' })).toContain('来不了请在今天 14:00前取消');
  });

  it('one who waits reads that a place is kept for a while, and a family how often it may be passed over', () => {
    expect(told({ state: 'waiting' })).toContain('名额为您留一段时间');
    expect(told({ state: 'waiting' })).not.toContain('3次');
    expect(told({ state: 'waiting', people: 3 })).toContain('最多越过您3次');
  });
});
