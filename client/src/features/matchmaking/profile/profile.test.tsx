import type { AnswerFor } from '@contract/contracts';
import type { SmallPhoto } from '@contract/duty-tap';
import type { OwnProfile } from '@contract/match-profile';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { aProfile, matchNow } from '../../../../testing/a-profile';
import { press, sent, settle, type } from '../../../../testing/press';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import * as camera from '../../../platform/photo';
import { back } from '../../../routes';
import ProfilePage from '../pages/profile';

const own = (about: Partial<OwnProfile> = {}): AnswerFor<'matchmaking.showOwn'> => ({
  ok: true,
  value: { isMember: true, profile: aProfile(about), open: 0 },
});
const saved = (about: Partial<OwnProfile> = {}) => ({ ok: true as const, value: { profile: aProfile(about) } });
const open = async (): Promise<void> => {
  render(<ProfilePage />);
  await settle();
};
const confirm = async (name: string): Promise<void> => {
  fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name }));
  await settle();
};
const valueOf = (label: string): string | undefined =>
  screen.getAllByRole('listitem').find(({ firstChild }) => firstChild?.textContent === label)?.lastChild?.textContent ??
  undefined;

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(matchNow);
  Element.prototype.scrollIntoView = () => undefined;
  globalThis.scrollTo = () => undefined;
  whenAsked('matchmaking.showOwn', own());
});
afterEach(() => jest.restoreAllMocks());

it('says of each fact who sees it, and apart from them what nobody else reads', async () => {
  await open();
  expect(valueOf('年龄')).toBe('32岁介绍给对方时');
  expect(valueOf('住在哪个街镇')).toBe('北蔡镇双方都愿意之后');
  expect(valueOf('婚姻经历')).toBe('没有结过婚只给红娘');
  expect(valueOf('要不要孩子')).toBe('都可以，或还没想好只有规则读');
  expect(valueOf('联系方式')).toContain('chen_beicai');
});

it('says what waits to be looked at, and why something is not shown', async () => {
  whenAsked(
    'matchmaking.showOwn',
    own({ held: ['street', 'about'], turnedDown: [{ field: 'about', reason: '里面有电话' }] }),
  );
  await open();
  expect(screen.getByText('自我介绍没有给别人看')).toBeTruthy();
  expect(screen.getByText(/红娘写的原因：里面有电话/)).toBeTruthy();
  expect(screen.getByText('住在哪个街镇：看过以后才会给别人看，平时一两天。')).toBeTruthy();
});

it('leads back to the studio where there is no profile', async () => {
  whenAsked('matchmaking.showOwn', { ok: true, value: { isMember: true, profile: null, open: 0 } });
  await open();
  await press('回到红娘工作室');
  expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/studio/index');
});

const isBefore = (first: string, second: string): boolean => {
  const [one, other] = [first, second].map((name) => screen.getByRole('heading', { name }));
  return one?.compareDocumentPosition(other as Node) === Node.DOCUMENT_POSITION_FOLLOWING;
};

it('has the way back from a rest right below where one stands', async () => {
  whenAsked('matchmaking.showOwn', own({ state: 'paused' }));
  await open();
  expect(isBefore('您正在休息', '我说的')).toBe(true);
});

it('says that nobody is proposed to whoever did not agree to it, with the consents near the top', async () => {
  whenAsked('matchmaking.showOwn', own({ consents: [] }));
  await open();
  expect(screen.getByText('不会介绍给别人')).toBeTruthy();
  expect(isBefore('我的同意', '我说的')).toBe(true);
});

it('has the consents below what one said where one agreed to be proposed', async () => {
  await open();
  expect(isBefore('我说的', '我的同意')).toBe(true);
});

describe('changing it', () => {
  it('sends the whole form on the revision that was read, and shows it anew', async () => {
    whenAsked('matchmaking.saveProfile', saved());
    await open();
    await press('修改资料');
    type('红娘和对方怎么称呼您', '阿静');
    await press('保存');
    expect(sent('matchmaking.saveProfile')).toEqual({
      revision: 3,
      form: { ...aProfile().form, calledName: '阿静' },
    });
    expect(timesAsked('matchmaking.showOwn')).toBe(2);
    expect(screen.getByText('我说的')).toBeTruthy();
  });

  it('keeps what was typed when a matchmaker was quicker, and saves it on what is there now', async () => {
    whenAsked('matchmaking.showOwn', own(), own({ revision: 4 }));
    whenAsked('matchmaking.saveProfile', { ok: false, refusal: 'changed-meanwhile' }, saved({ revision: 5 }));
    await open();
    await press('修改资料');
    type('红娘和对方怎么称呼您', '阿静');
    await press('保存');
    expect(screen.getByText(/已重新载入/)).toBeTruthy();
    await press('保存');
    expect(sent('matchmaking.saveProfile')).toMatchObject({ revision: 4, form: { calledName: '阿静' } });
  });

  it('asks before what was typed is given up, and not where nothing was', async () => {
    await open();
    await press('修改资料');
    act(back);
    await settle();
    expect(screen.getByText('我说的')).toBeTruthy();
    await press('修改资料');
    type('红娘和对方怎么称呼您', '阿静');
    await press('不改了');
    await confirm('接着改');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '红娘和对方怎么称呼您' }).value).toBe('阿静');
    act(back);
    await settle();
    await confirm('离开');
    expect(screen.getByText('我说的')).toBeTruthy();
    expect(phone.opened).toEqual([]);
  });

  it('says that a stamp is on what the paper said', async () => {
    whenAsked('matchmaking.showOwn', own({ isStamped: true }));
    await open();
    await press('修改资料');
    expect(screen.getByText('改了性别或出生年份，单位盖章要再给红娘看一次。')).toBeTruthy();
  });

  it('marks what is wrong and sends nothing', async () => {
    await open();
    await press('修改资料');
    type('哪一年出生', '2010');
    await press('保存');
    expect(screen.getByText('满18周岁才能登记')).toBeTruthy();
    expect(timesAsked('matchmaking.saveProfile')).toBe(0);
  });
});

describe('consents', () => {
  it('are each taken back apart, after a word on what goes', async () => {
    whenAsked('matchmaking.takeConsentBack', saved());
    await open();
    await press('收回同意：介绍给别人');
    expect(screen.getByText(/正在进行的介绍会安静地结束，不说原因/)).toBeTruthy();
    await confirm('收回同意');
    expect(sent('matchmaking.takeConsentBack')).toEqual({ purpose: 'proposals' });
    expect(timesAsked('matchmaking.showOwn')).toBe(2);
  });

  it('can be given later; the one that is needed is taken back by leaving alone', async () => {
    whenAsked('matchmaking.agreeTo', saved());
    await open();
    expect(screen.queryByRole('button', { name: /^收回同意：保存资料/ })).toBeNull();
    await press('现在同意：照片');
    await confirm('先不了');
    expect(timesAsked('matchmaking.agreeTo')).toBe(0);
    await press('现在同意：照片');
    await confirm('同意');
    expect(sent('matchmaking.agreeTo')).toEqual({ purpose: 'photo', version: '2026-11' });
  });
});

describe('resting', () => {
  it.each([
    ['30天', '2026-12-25'],
    ['90天', '2027-02-23'],
    ['到我说恢复为止', null],
  ])('for %s', async (choice, until) => {
    whenAsked('matchmaking.pause', saved({ state: 'paused' }));
    await open();
    fireEvent.click(screen.getByRole('radio', { name: choice }));
    await press('暂停介绍');
    expect(sent('matchmaking.pause')).toEqual({ until });
  });

  it('ends when one says so', async () => {
    whenAsked(
      'matchmaking.showOwn',
      own({ state: 'paused', pausedUntil: '2026-12-25' as OwnProfile['pausedUntil'] }),
      own(),
    );
    whenAsked('matchmaking.resume', saved());
    await open();
    expect(screen.getByText('到2026年12月25日自动恢复，也可以现在恢复。')).toBeTruthy();
    await press('现在恢复');
    expect(screen.getByRole('button', { name: '暂停介绍' })).toBeTruthy();
  });
});

it('is renewed by stating it anew', async () => {
  whenAsked('matchmaking.showOwn', own({ mayRenew: true, state: 'expired' }));
  whenAsked('matchmaking.renew', saved());
  await open();
  await press('续半年');
  expect(timesAsked('matchmaking.renew')).toBe(0);
  fireEvent.click(screen.getByRole('checkbox', { name: /^我现在单身/ }));
  fireEvent.click(screen.getByRole('checkbox', { name: /^我已满18周岁/ }));
  await press('续半年');
  expect(sent('matchmaking.renew')).toEqual({ statement: { version: '2026-11', isSingle: true, isOfAge: true } });
});

it('is left with one press and a word on what goes', async () => {
  whenAsked('matchmaking.leave', { ok: true, value: { left: true } });
  await open();
  await press('离开工作室');
  await confirm('留下来');
  expect(timesAsked('matchmaking.leave')).toBe(0);
  await press('离开工作室');
  await confirm('离开，全部删除');
  expect(sent('matchmaking.leave')).toEqual({ understood: true });
  expect(phone.opened.at(-1)).toEqual({ by: 'redirectTo', url: '/features/matchmaking/pages/studio/index' });
});

describe('the picture', () => {
  const photo = '/9j/full' as SmallPhoto;
  const blurred = '/9j/dots' as SmallPhoto;
  const takes = (taken: camera.Photographed, made: SmallPhoto | null = blurred) => {
    jest.spyOn(camera, 'takePhoto').mockResolvedValue(taken);
    jest.spyOn(camera, 'blurredOf').mockResolvedValue(made);
  };

  it('needs a tick of its own, is shown as others will see it, and goes with the dots', async () => {
    takes({ at: 'taken', photo });
    whenAsked('matchmaking.agreeTo', saved());
    whenAsked('matchmaking.savePhoto', saved({ hasPhoto: true }));
    await open();
    await press('选一张照片');
    expect(screen.getByText('放照片要先同意，请在这里打个勾')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: '同意保存照片' }));
    await press('选一张照片');
    expect(screen.getByRole('img', { name: '双方都愿意之前，对方看到的样子' })).toBeTruthy();
    await press('就用这张');
    expect(asked.slice(-3).map(({ name }) => name)).toEqual([
      'matchmaking.agreeTo',
      'matchmaking.savePhoto',
      'matchmaking.showOwn',
    ]);
    expect(sent('matchmaking.savePhoto')).toEqual({ photo, blurred });
  });

  it('is not sent where no dots can be made of it', async () => {
    takes({ at: 'taken', photo }, null);
    await open();
    fireEvent.click(screen.getByRole('checkbox', { name: '同意保存照片' }));
    await press('选一张照片');
    expect(screen.getByText('这张照片读不出来，请换一张')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '就用这张' })).toBeNull();
  });

  it('is not sent where the consent for it does not get through', async () => {
    takes({ at: 'taken', photo });
    whenAsked('matchmaking.agreeTo', { ok: false, refusal: 'consent-text-changed' });
    await open();
    fireEvent.click(screen.getByRole('checkbox', { name: '同意保存照片' }));
    await press('选一张照片');
    await press('就用这张');
    expect(timesAsked('matchmaking.savePhoto')).toBe(0);
    expect(screen.getByText(/^同意书刚刚更新/)).toBeTruthy();
  });

  it('says so when the camera is not to be had', async () => {
    takes({ at: 'refused' });
    await open();
    fireEvent.click(screen.getByRole('checkbox', { name: '同意保存照片' }));
    await press('选一张照片');
    expect(screen.getByText('没有得到相机或相册的允许，请在手机设置里打开')).toBeTruthy();
  });

  it('that is kept is shown at a press, and taken away after a second word', async () => {
    const consents = [
      ...aProfile().consents,
      { ...aProfile().consents[0], purpose: 'photo' } as OwnProfile['consents'][number],
    ];
    whenAsked('matchmaking.showOwn', own({ hasPhoto: true, held: ['photo'], consents }));
    whenAsked('matchmaking.showOwnPhoto', { ok: true, value: { photo, blurred } });
    whenAsked('matchmaking.removePhoto', saved());
    await open();
    expect(timesAsked('matchmaking.showOwnPhoto')).toBe(0);
    await press('看看我的照片');
    expect(screen.getByRole('img', { name: '您的照片' })).toBeTruthy();
    await press('删掉照片');
    await confirm('删掉');
    expect(timesAsked('matchmaking.removePhoto')).toBe(1);
  });
});
