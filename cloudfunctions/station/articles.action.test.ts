import type { ArticleDraft } from '../../types/article';
import type { RequestKey } from '../../types/evidence';
import { StationId } from '../../types/ids';
import type { PageCursor } from '../../types/paging';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aStation } from '../testing/stations';
import { ArticleRecord } from './article-records';

const noon = EpochMs.parse(Date.parse('2026-11-20T12:00:00+08:00'));
const id = StationId.parse('beicai-1');
const day = (text: string) => ShanghaiDay.parse(text);
const key = (nth: number) => `wish-${String(nth).padStart(17, '0')}` as RequestKey;

const draft = (title: string, more: Partial<ArticleDraft> = {}): ArticleDraft => ({
  kind: 'policy',
  title,
  body: '第一段。\n\n第二段。',
  lastDay: null,
  ...more,
});

describe('what unions publish', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(noon);
    cloud.store('stations').insert(aStation(id));
    cloud.appoint('clerk', 'clerk', 'beicai');
    cloud.appoint('head', 'station-head', 'beicai');
    cloud.appoint('above', 'administrator', 'pudong');
    cloud.appoint('stranger', 'clerk', 'weifang');
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const publish = (who: string, what: ArticleDraft, stationId: StationId | null = null, nth = 1) =>
    cloud.as(who).ask('station.publishArticle', { stationId, draft: what, requestKey: key(nth) });
  const mustPublish = async (who: string, what: ArticleDraft, stationId: StationId | null = null, nth = 1) => {
    const { articleId } = await cloud
      .as(who)
      .must('station.publishArticle', { stationId, draft: what, requestKey: key(nth) });
    return articleId;
  };
  const listed = async (about: { kind?: ArticleDraft['kind']; stationId?: StationId } = {}, who = 'rider') => {
    const wish = { kind: about.kind ?? null, stationId: about.stationId ?? null };
    return (await cloud.as(who).must('station.listArticles', wish)).items.map(({ title }) => title);
  };

  it('is read by anybody, without signing in, the latest first', async () => {
    const articleId = await mustPublish('clerk', draft('旧的'));
    itIs(EpochMs.parse(noon + 60_000));
    await mustPublish('clerk', draft('新的', { kind: 'news' }), null, 2);
    const wish = { kind: null, stationId: null };
    const { result } = await cloud.nobody('station', { action: 'listArticles', input: wish });
    expect(result).toMatchObject({
      ok: true,
      value: { items: [{ title: '新的' }, { title: '旧的', office: '北蔡镇总工会' }], next: null, mayPublish: false },
    });
    const shown = await cloud.nobody('station', { action: 'showArticle', input: { articleId } });
    expect(shown.result).toMatchObject({
      ok: true,
      value: { title: '旧的', body: '第一段。\n\n第二段。', station: null, isOver: false, mayEdit: false },
    });
    expect(await listed({ kind: 'policy' })).toEqual(['旧的']);
    expect(await listed({ kind: 'announcement' })).toEqual([]);
  });

  it('goes on page after page, each once', async () => {
    const many = Array.from({ length: 45 }, (_, nth) => nth);
    for (const nth of many) {
      itIs(EpochMs.parse(noon + nth));
      await mustPublish('clerk', draft(`第${nth}篇`), null, nth);
    }
    const titles: string[] = [];
    const readPage = (cursor: PageCursor | null) =>
      cloud.as('rider').must('station.listArticles', { kind: null, stationId: null, cursor });
    for (let page = await readPage(null); ; page = await readPage(page.next)) {
      titles.push(...page.items.map(({ title }) => title));
      if (page.next === null) break;
    }
    expect(titles).toEqual(many.toReversed().map((nth) => `第${nth}篇`));
  });

  it('about one station is on its page and in no other list', async () => {
    for (const nth of [1, 2, 3, 4]) {
      itIs(EpochMs.parse(noon + nth));
      await mustPublish('head', draft(`饮水机第${nth}次检修`, { kind: 'announcement' }), id, nth);
    }
    const { news, city } = await cloud.as('rider').must('station.show', { stationId: id, code: null });
    expect(news.map(({ title }) => title)).toEqual(['饮水机第4次检修', '饮水机第3次检修', '饮水机第2次检修']);
    expect(city).toBe('上海市');
    expect(await listed()).toEqual([]);
    expect(await listed({ stationId: id })).toHaveLength(4);
  });

  it('leaves the lists when its last day is over, and may be read on', async () => {
    const articleId = await mustPublish('head', draft('停水一天', { lastDay: day('2026-11-21') }), id);
    itIs(EpochMs.parse(Date.parse('2026-11-21T23:59:59.999+08:00')));
    expect(await listed({ stationId: id })).toEqual(['停水一天']);
    itIs(EpochMs.parse(Date.parse('2026-11-22T00:00:00+08:00')));
    expect(await listed({ stationId: id })).toEqual([]);
    expect((await cloud.as('rider').must('station.show', { stationId: id, code: null })).news).toEqual([]);
    expect(await cloud.as('rider').must('station.showArticle', { articleId })).toMatchObject({ isOver: true });
  });

  it('is published once, however often the same wish is sent, also at once', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => mustPublish('clerk', draft('一次'))));
    expect(new Set(ids).size).toBe(1);
    expect(await listed()).toEqual(['一次']);
    expect(await mustPublish('above', draft('别人的'))).not.toBe(ids[0]);
  });

  it('for everybody is the clerks’, and about a station of whoever keeps it', async () => {
    expect(await publish('head', draft('全区通知'))).toMatchObject({ refusal: 'clerks-only' });
    expect(await publish('stranger', draft('别站的事'), id)).toMatchObject({ refusal: 'outside-your-unions' });
    expect(await publish('clerk', draft('没有的站'), StationId.parse('nowhere'))).toMatchObject({
      refusal: 'station-not-found',
    });
    expect(await publish('rider', draft('我的事'))).toMatchObject({ refusal: 'not-allowed' });
    expect(await publish('clerk', draft('昨天为止', { lastDay: day('2026-11-19') }))).toMatchObject({
      refusal: 'day-past',
    });
    expect(await publish('clerk', draft('控制\u0007字符'))).toMatchObject({ refusal: 'input-invalid' });
    expect(await listed()).toEqual([]);
  });

  it('is changed and taken back by its union and those above, and by nobody else', async () => {
    const articleId = await mustPublish('clerk', draft('原文'));
    const edit = (who: string, revision: number, title: string) =>
      cloud.as(who).ask('station.editArticle', { articleId, revision, draft: draft(title) });
    expect(await edit('stranger', 1, '改过')).toMatchObject({ refusal: 'outside-your-unions' });
    expect(await edit('head', 1, '改过')).toMatchObject({ refusal: 'outside-your-unions' });
    expect(await edit('above', 1, '改过')).toMatchObject({ ok: true });
    expect(await edit('above', 1, '改过')).toMatchObject({ ok: true });
    expect(await edit('clerk', 1, '又改')).toMatchObject({ refusal: 'changed-meanwhile' });
    expect(await cloud.as('clerk').must('station.showArticle', { articleId })).toMatchObject({
      title: '改过',
      revision: 2,
      mayEdit: true,
    });
    const back = (who: string, revision: number) =>
      cloud.as(who).ask('station.withdrawArticle', { articleId, revision });
    expect(await back('stranger', 2)).toMatchObject({ refusal: 'outside-your-unions' });
    expect(await back('clerk', 1)).toMatchObject({ refusal: 'changed-meanwhile' });
    expect(await back('clerk', 2)).toMatchObject({ ok: true });
    expect(await back('clerk', 2)).toMatchObject({ ok: true });
    expect(await edit('clerk', 3, '复活')).toMatchObject({ refusal: 'article-not-found' });
    expect(await cloud.as('rider').ask('station.showArticle', { articleId })).toMatchObject({
      refusal: 'article-not-found',
    });
    expect(await listed()).toEqual([]);
    const stored = ArticleRecord.parse(cloud.store('articles').get(articleId));
    expect(stored.history.map(({ act, by, title }) => [act, by, title])).toEqual([
      ['published', 'clerk', '原文'],
      ['edited', 'above', '改过'],
      ['withdrawn', 'clerk', '改过'],
    ]);
  });

  it('offers to publish to clerks alone', async () => {
    const may = async (who: string) =>
      (await cloud.as(who).must('station.listArticles', { kind: null, stationId: null })).mayPublish;
    expect([await may('clerk'), await may('above'), await may('head'), await may('rider')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
