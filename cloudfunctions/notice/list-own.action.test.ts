import { EpochMs } from '../../types/time';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import type { News } from './inbox';
import { tell } from './inbox';

const at = EpochMs.parse(Date.parse('2026-11-23T10:00:00+08:00'));

describe('the inbox', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => cloud.reset());
  afterAll(() => cloud.close());

  /** So many lines, two at each instant. */
  const tellMany = (name: string, count: number): Promise<void> => {
    const to = cloud.as(name).personId;
    const about = { kind: 'event-message', eventId: null, when: null, words: null } as const;
    const news = Array.from({ length: count }, (_, nth): News => {
      const minute = Math.floor(nth / 2) * 60_000;
      return { ...about, to, once: `round-${nth}`, at: EpochMs.parse(at + minute), subject: `${name} ${nth}` };
    });
    return cloud.inside(() => tell(news));
  };
  const pages = async (name: string) => {
    const first = await cloud.as(name).must('notice.listOwn', {});
    const second = await cloud.as(name).must('notice.listOwn', { cursor: first.next });
    const third = await cloud.as(name).must('notice.listOwn', { cursor: second.next });
    return [first, second, third];
  };

  it('is read page by page, the latest first, each line once and with an id of its own', async () => {
    await tellMany('lin', 45);
    const read = await pages('lin');
    expect(read.map(({ items }) => items.length)).toEqual([20, 20, 5]);
    expect(read[2]?.next).toBeNull();
    const items = read.flatMap((page) => page.items);
    expect(new Set(items.map(({ subject }) => subject)).size).toBe(45);
    expect(new Set(items.map(({ noticeId }) => noticeId)).size).toBe(45);
    const instants = items.map((item) => item.at);
    expect(instants).toEqual(instants.toSorted((one, other) => other - one));
    expect((await cloud.as('lin').must('notice.listOwn', {})).items).toEqual(read[0]?.items);
  });

  it('names nobody by the id that the union keeps of them, neither in a line nor in the mark of a page', async () => {
    await tellMany('lin', 45);
    expect(JSON.stringify(await pages('lin'))).not.toContain(cloud.as('lin').personId);
  });

  it('shows nothing of one person’s to another who sends the mark of their page', async () => {
    await tellMany('lin', 45);
    await tellMany('zhao', 3);
    const { next } = await cloud.as('lin').must('notice.listOwn', {});
    const { items } = await cloud.as('zhao').must('notice.listOwn', { cursor: next });
    expect(items.map(({ subject }) => subject)).toEqual(['zhao 2', 'zhao 1', 'zhao 0']);
  });
});
