import type { Article, ArticleLine } from '@contract/article';
import type { StationId } from '@contract/ids';
import { stationContract } from '@contract/station';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Screen } from '@/ui/screen';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import ArticlePage from '../pages/article';
import ArticlesPage from '../pages/articles';
import { writingIn } from './article-address';
import { blank, readDraft } from './article-draft';
import { EditArticle, NewArticle } from './article-editor';
import { ArticleWriting } from './article-writing';

const at = Date.UTC(2026, 10, 20, 4);
const id = 'a00000000001';

const aLine = (about: Partial<Record<keyof ArticleLine, unknown>> = {}) => ({
  articleId: id,
  kind: 'policy',
  title: '新七条发布',
  office: '浦东新区总工会',
  publishedAt: at,
  ...about,
});
const aList = (items: readonly object[], mayPublish = false) =>
  stationContract.listArticles.output.parse({ items, next: null, mayPublish });
const anArticle = (about: Partial<Record<keyof Article, unknown>> = {}): Article =>
  stationContract.showArticle.output.parse({
    ...aLine(),
    body: '第一段。\n\n第二段。',
    lastDay: null,
    isOver: false,
    station: null,
    revision: 1,
    changedAt: null,
    mayEdit: false,
    ...about,
  });

const settle = (): Promise<void> => act(() => new Promise<void>((done) => setTimeout(done, 20)));
const type = (name: RegExp, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });

beforeEach(() => {
  resetServer();
  resetPhone();
  localStorage.clear();
  Element.prototype.scrollIntoView = jest.fn();
});

describe('what the unions published', () => {
  it('is listed with its kind, its union and its day, and narrowed to one kind', async () => {
    whenAsked(
      'station.listArticles',
      { ok: true, value: aList([aLine(), aLine({ articleId: 'a00000000002', kind: 'news', title: '夏季送清凉' })]) },
      { ok: true, value: aList([aLine()]) },
    );
    render(<ArticlesPage />);
    fireEvent.click(
      await screen.findByRole('button', { name: /^新七条发布，政策 · 浦东新区总工会 · (2026年)?11月20日$/ }),
    );
    expect(phone.opened).toEqual([{ by: 'navigateTo', url: `/features/station/pages/article/index?id=${id}` }]);
    fireEvent.click(screen.getByRole('radio', { name: '政策' }));
    await waitFor(() => expect(screen.queryByText('夏季送清凉')).toBeNull());
    expect(asked.map(({ input }) => input)).toEqual([
      { kind: null, stationId: null },
      { kind: 'policy', stationId: null },
    ]);
    expect(screen.queryByRole('button', { name: '发布' })).toBeNull();
  });

  it('may be added to by clerks', async () => {
    whenAsked('station.listArticles', { ok: true, value: aList([], true) });
    render(<ArticlesPage />);
    expect(await screen.findByText('还没有发布内容')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '发布' }));
    expect(phone.opened).toEqual([{ by: 'navigateTo', url: '/features/station/pages/edit-article/index' }]);
  });

  it('is read paragraph by paragraph, and says when it no longer stands', async () => {
    phone.parameters = { id };
    whenAsked('station.showArticle', { ok: true, value: anArticle({ isOver: true, lastDay: '2026-11-19' }) });
    render(<ArticlePage />);
    expect(await screen.findByText('第一段。')).toBeTruthy();
    expect(screen.getByText('第二段。')).toBeTruthy();
    expect(screen.getByText('这篇内容已经过期，留着给您查阅')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '撤回' })).toBeNull();
  });

  it('leads on to the others from an address that names none, and from one that was taken back', async () => {
    phone.parameters = { id: 'no-article' };
    const { unmount } = render(<ArticlePage />);
    fireEvent.click(screen.getByRole('button', { name: '查看全部' }));
    expect(timesAsked('station.showArticle')).toBe(0);
    unmount();
    phone.parameters = { id };
    whenAsked('station.showArticle', { ok: false, refusal: 'article-not-found' });
    render(<ArticlePage />);
    expect(await screen.findByText('没有找到这篇内容，可能已经撤回')).toBeTruthy();
    expect(screen.getByRole('button', { name: '查看全部' })).toBeTruthy();
  });

  it('is taken back by its union after a question', async () => {
    phone.parameters = { id };
    whenAsked('station.showArticle', { ok: true, value: anArticle({ mayEdit: true, revision: 4 }) });
    whenAsked('station.withdrawArticle', { ok: true, value: { articleId: id as never } });
    render(<ArticlePage />);
    fireEvent.click(await screen.findByRole('button', { name: '撤回' }));
    expect(timesAsked('station.withdrawArticle')).toBe(0);
    fireEvent.click(
      await waitFor(() => {
        const sheet = screen.getByRole('alertdialog');
        const yes = [...sheet.querySelectorAll('button')].find(({ textContent }) => textContent === '撤回');
        if (yes === undefined) throw new Error('Nobody is asked.');
        return yes;
      }),
    );
    await settle();
    expect(asked.at(-1)).toMatchObject({ name: 'station.withdrawArticle', input: { articleId: id, revision: 4 } });
  });
});

const show = (editor: ReactNode) =>
  render(
    <Screen title="发布内容" staff>
      {editor}
    </Screen>,
  );

describe('writing something', () => {
  it.each([
    { id: 'no-article' },
    { id: '' },
    { id: 'no-article', station: 'jinqiao-99' },
    { station: 'Jinqiao 99' },
    { station: '' },
  ])(
    'opens no form from a broken address, least of all one for everybody: %j',
    async (parameters: Record<string, string>) => {
      show(<ArticleWriting writing={writingIn(parameters)} />);
      fireEvent.click(await screen.findByRole('button', { name: '查看全部' }));
      expect(screen.queryByRole('textbox')).toBeNull();
      expect(phone.opened).toEqual([{ by: 'redirectTo', url: '/features/station/pages/articles/index' }]);
    },
  );

  it.each([
    [{}, '面向所有人发布，不用登录就能看到。请不要写姓名、电话等个人信息。'],
    [{ station: 'jinqiao-99' }, '发布在这个站点的页面上，不用登录就能看到。请不要写姓名、电话等个人信息。'],
  ])('says who will read it: %j', async (parameters: Record<string, string>, about) => {
    show(<ArticleWriting writing={writingIn(parameters)} />);
    expect(await screen.findByText(about)).toBeTruthy();
  });

  it('says what is missing before anything is sent', () => {
    const read = readDraft(blank('policy'));
    expect(read.ok ? {} : Object.keys(read.problems)).toEqual(['title', 'body']);
    const pasted = readDraft({ ...blank('news'), title: ' 标题 ', body: '一\r\n\r\n\t二\r' });
    expect(pasted).toEqual({ ok: true, form: { kind: 'news', title: '标题', body: '一\n\n 二', lastDay: null } });
  });

  it('publishes once with the same wish when an answer is lost, and shows what was published', async () => {
    whenAsked('station.publishArticle', 'no-network', 'no-network', { ok: true, value: { articleId: id as never } });
    show(<NewArticle stationId={'jinqiao-99' as StationId} />);
    type(/标题/, '饮水机检修');
    type(/正文/, '周五上午检修。');
    fireEvent.click(screen.getByRole('button', { name: '发布' }));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: '发布' }));
    await settle();
    const sent = asked.filter(({ name }) => name === 'station.publishArticle').map(({ input }) => input);
    expect(sent.length).toBeGreaterThan(1);
    for (const one of sent) expect(one).toEqual(sent[0]);
    expect(sent[0]).toMatchObject({
      stationId: 'jinqiao-99',
      draft: { kind: 'announcement', title: '饮水机检修', body: '周五上午检修。', lastDay: null },
    });
    expect(phone.opened.at(-1)).toEqual({ by: 'redirectTo', url: `/features/station/pages/article/index?id=${id}` });
  });

  it('shows at its field that the last day is past', async () => {
    whenAsked('station.publishArticle', { ok: false, refusal: 'day-past' });
    show(<NewArticle stationId={null} />);
    type(/标题/, '标题');
    type(/正文/, '正文');
    fireEvent.click(screen.getByRole('button', { name: '发布' }));
    await settle();
    const entry = screen.getByLabelText('最后一天');
    expect(entry.getAttribute('aria-invalid')).toBe('true');
    expect(entry.getAttribute('aria-description')).toMatch(/^最后一天已经过去，请改成今天或以后/);
    for (const other of screen.getAllByRole('textbox')) expect(other.getAttribute('aria-invalid')).toBeNull();
  });

  it('takes up what a colleague changed meanwhile', async () => {
    whenAsked('station.showArticle', {
      ok: true,
      value: anArticle({ mayEdit: true, revision: 2, body: '同事改过。' }),
    });
    whenAsked(
      'station.editArticle',
      { ok: false, refusal: 'changed-meanwhile' },
      { ok: true, value: { articleId: id as never } },
    );
    show(<EditArticle article={anArticle({ mayEdit: true })} />);
    type(/标题/, '新七条正式发布');
    fireEvent.click(screen.getByRole('button', { name: '保存修改' }));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: '保存修改' }));
    await settle();
    expect(asked.at(-1)).toMatchObject({
      name: 'station.editArticle',
      input: { articleId: id, revision: 2, draft: { title: '新七条正式发布', body: '同事改过。' } },
    });
  });
});
