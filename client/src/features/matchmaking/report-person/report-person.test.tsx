import type { AnswerFor } from '@contract/contracts';
import type { SmallPhoto } from '@contract/duty-tap';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { proposalId } from '../../../../testing/a-proposal';
import { press, sent, settle, type } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import * as camera from '../../../platform/photo';
import { back } from '../../../routes';
import ReportPersonPage from '../pages/report-person';

const takes = (...taken: readonly camera.Photographed[]): void => {
  const picked = jest.spyOn(camera, 'takePhoto');
  taken.forEach((each) => picked.mockResolvedValueOnce(each));
};
const photo = '/9j/AAAA' as SmallPhoto;
const heard = { ok: true, value: { reportId: 'w00000000001' } } as AnswerFor<'matchmaking.report'>;
const open = async (): Promise<void> => {
  render(<ReportPersonPage />);
  await settle();
};
const choose = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByRole('radio', { name }));
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  phone.parameters = { id: proposalId };
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => jest.restoreAllMocks());

it('says who reads it before anything is asked', async () => {
  await open();
  expect(screen.getByText('只有工会管理员看，不告诉红娘，也不告诉对方')).toBeTruthy();
});

it('wants a reason and some words, and sends them with the picture', async () => {
  whenAsked('matchmaking.report', heard);
  takes({ at: 'taken', photo });
  await open();
  await press('交给管理员');
  expect(screen.getByText('请选一项')).toBeTruthy();
  expect(screen.getByText('请写几个字，管理员才好核实')).toBeTruthy();
  expect(timesAsked('matchmaking.report')).toBe(0);
  await choose('借钱、要钱');
  type('发生了什么', '  第二天就说要借两万  ');
  await press('选一张图');
  expect(screen.getByRole('img', { name: '附上的图' })).toBeTruthy();
  await press('交给管理员');
  expect(sent('matchmaking.report')).toEqual({
    proposalId,
    reason: 'money',
    words: '第二天就说要借两万',
    photo,
    requestKey: expect.stringMatching(/^.{22}$/) as string,
  });
  expect(screen.getByText('管理员收到了')).toBeTruthy();
  await press('回到给我的介绍');
  expect(phone.opened.at(-1)?.by).toBe('redirectTo');
});

it('sends it once under one name when the first answer was lost', async () => {
  whenAsked('matchmaking.report', 'no-network', 'no-network', heard);
  await open();
  await choose('别的情况');
  type('发生了什么', '说话很冒犯');
  await press('交给管理员');
  const first = sent('matchmaking.report');
  expect(screen.getByRole('alert').textContent).toContain('网络不可用');
  await press('交给管理员');
  expect(sent('matchmaking.report')).toEqual(first);
  expect(screen.getByText('管理员收到了')).toBeTruthy();
});

it('asks before what was written is lost', async () => {
  await open();
  type('发生了什么', '说话很冒犯');
  act(() => back());
  await press('接着写');
  expect(phone.opened).toEqual([]);
  act(() => back());
  await press('离开');
  expect(phone.opened).toHaveLength(1);
});

it('lets a picture be left out again, and says why one cannot be read', async () => {
  takes({ at: 'taken', photo }, { at: 'unreadable' });
  await open();
  await press('选一张图');
  await press('不附了');
  expect(screen.queryByRole('img')).toBeNull();
  await press('选一张图');
  expect(screen.getByText('这张图读不出来，请换一张')).toBeTruthy();
});

it('marks words that cannot be kept', async () => {
  whenAsked('matchmaking.report', {
    ok: false,
    refusal: 'input-invalid',
    fields: [{ path: 'words', problem: 'characters' }],
  });
  await open();
  await choose('别的情况');
  type('发生了什么', '一些奇怪的字');
  await press('交给管理员');
  expect(screen.getByText('含有不能使用的字符，请检查')).toBeTruthy();
});

it.each([
  ['too-late', '这次介绍结束已久，记录已经删除。有事请直接联系您的工会'],
  ['no-picture', '这张图读不出来，请换一张'],
  ['proposal-not-found', '没有找到这次介绍，请回到“给我的介绍”看看'],
] as const)('says in words what %s means', async (refusal, words) => {
  whenAsked('matchmaking.report', { ok: false, refusal });
  await open();
  await choose('别的情况');
  type('发生了什么', '说话很冒犯');
  await press('交给管理员');
  expect(screen.getByText(words)).toBeTruthy();
});

it('leads to the list where the address names no proposal', async () => {
  phone.parameters = {};
  await open();
  await press('回到给我的介绍');
  expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/my-proposals/index');
});
