import { noticeKinds } from '@contract/notice';
import type { Notice } from '@contract/notice';
import { anEventSummary, aRegistration, eventNow } from '../../../../testing/a-guest-event';
import { resetPhone } from '../../../../testing/taro-api';
import { noticeWords } from '../inbox/inbox-copy';
import { mayHaveOwn, rememberAnswer, rememberOwn } from './kept-own';
import { ownGroups } from './own-groups';
import { newsOf } from './own-news';
import { wordsOf } from './own-words';

const HOUR_MS = 3_600_000;
const said = (own: object, event: object = {}) => wordsOf(aRegistration(own), anEventSummary('健身', event), eventNow);

describe('where a registration stands', () => {
  it.each([
    [1, '您排在第一位'],
    [2, '您前面还有 1 份报名'],
    [3, '您前面还有 2 份报名'],
  ])('at place %d of the list it says so', (position, words) => {
    expect(said({ state: 'waiting', position }).text).toContain(words);
  });

  it('says until when a place is kept', () => {
    expect(said({ state: 'offered', until: eventNow + 5 * HOUR_MS }).text).toBe(
      '请在今天 15:00前决定，过时会让给下一位。',
    );
  });

  it('counts the children in', () => {
    expect(said({ people: 3 }).title).toBe('报名成功，一共 3 人');
  });

  it('tells an offer that ran out from an event that came without a place', () => {
    expect(said({ state: 'lapsed' }).title).toBe('名额让给了下一位');
    expect(said({ state: 'lapsed' }, { endsAt: eventNow, startsAt: eventNow - HOUR_MS }).title).toBe('这次没有轮到您');
  });

  it('says that it was called off, wherever one stood', () => {
    for (const state of ['entered', 'waiting', 'offered', 'confirmed', 'cancelled', 'lapsed'])
      expect(said({ state }, { state: 'cancelled' }).title).toBe('活动取消了');
  });
});

const mine = (title: string, own: object, event: object = {}) => ({
  event: anEventSummary(title, event),
  own: aRegistration(own),
});

it("puts one's own events in the order in which they need one", () => {
  const items = [
    mine('过去', {}, { startsAt: eventNow - 3 * HOUR_MS, endsAt: eventNow }),
    mine('候补', { state: 'waiting' }),
    mine('有名额', { state: 'offered' }),
    mine('要参加', {}),
    mine('退了', { state: 'cancelled' }),
    mine('抽签', { state: 'entered' }),
  ];
  expect(
    ownGroups(items, eventNow).map(({ label, items: own }) => [label, own.map(({ event }) => event.title)]),
  ).toEqual([
    ['等您决定', ['有名额']],
    ['要参加的', ['要参加']],
    ['候补和抽签', ['候补', '抽签']],
    ['过去的', ['过去', '退了']],
  ]);
});

describe('the first page', () => {
  it('speaks of an offer before an event of today, and of nothing that is far', () => {
    const soon = mine('今晚', {}, { startsAt: eventNow + 9 * HOUR_MS });
    const offer = mine('名额', { state: 'offered', until: eventNow + 1 });
    const far = mine('下周', {}, { startsAt: eventNow + 100 * HOUR_MS });
    expect(newsOf([far, soon, offer], eventNow)?.event.title).toBe('名额');
    expect(newsOf([far, soon], eventNow)?.event.title).toBe('今晚');
    expect(newsOf([far], eventNow)).toBeNull();
  });

  it('speaks of no offer whose time is over', () => {
    expect(newsOf([mine('名额', { state: 'offered', until: eventNow })], eventNow)).toBeNull();
  });

  it('asks once a day, and always while something of one is to come', () => {
    resetPhone();
    expect(mayHaveOwn(eventNow)).toBe(true);
    rememberAnswer([], eventNow);
    expect(mayHaveOwn(eventNow + HOUR_MS)).toBe(false);
    expect(mayHaveOwn(eventNow + 24 * HOUR_MS)).toBe(true);
    rememberOwn(eventNow + 5 * HOUR_MS);
    expect(mayHaveOwn(eventNow + 5 * HOUR_MS - 1)).toBe(true);
    expect(mayHaveOwn(eventNow + 5 * HOUR_MS)).toBe(false);
  });
});

it('has words for whatever the union may tell, with and without a time', () => {
  for (const kind of noticeKinds) {
    const notice = { kind, when: null } as Notice;
    expect(noticeWords(notice, eventNow).title).not.toBe('');
    expect(JSON.stringify(noticeWords(notice, eventNow))).not.toMatch(/null|NaN|undefined/);
    const when = (eventNow + HOUR_MS) as Notice['when'];
    expect(JSON.stringify(noticeWords({ ...notice, when }, eventNow))).not.toMatch(/null|NaN|undefined/);
  }
});

it('asks to open the mini-program anew where it is older than the notice', () => {
  for (const kind of ['told-by-a-later-release', 'toString'])
    expect(noticeWords({ kind, when: null } as unknown as Notice, eventNow).text).toContain('重新打开');
});
