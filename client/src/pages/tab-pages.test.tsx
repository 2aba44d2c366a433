import type { SelfView } from '@contract/member';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { resetServer, whenAsked } from '../../testing/server';
import { phone, resetPhone } from '../../testing/taro-api';
import HomePage from './home';
import { situationOf } from './home/situation';
import MinePage from './mine';

/** Somebody the platform knows and the union does not. */
const aPerson = (about: Partial<SelfView> = {}): SelfView => ({
  personId: 'pAAAAAAAAAAAAAAAAAAAAAA' as SelfView['personId'],
  name: null,
  enrolment: null,
  card: null,
  unionName: null,
  roles: [],
  ...about,
});
const aMember = (about: Partial<SelfView> = {}): SelfView =>
  aPerson({ name: '李小明', enrolment: 'approved', card: 'active', unionName: '陆家嘴街道总工会', ...about });
const until = '2027-06-30' as SelfView['roles'][number]['until'];

beforeEach(() => {
  resetServer();
  resetPhone();
});

describe('home', () => {
  it.each([
    ['has not joined', aPerson(), '加入工会', '/features/member/pages/enrol/index'],
    ['left a draft', aPerson({ enrolment: 'draft' }), '继续填写', '/features/member/pages/enrol/index'],
    [
      'waits for the union',
      aPerson({ enrolment: 'submitted', card: 'pending' }),
      '查看审批进度',
      '/features/member/pages/status/index',
    ],
    [
      'is asked for corrections',
      aPerson({ enrolment: 'returned' }),
      '查看并补正',
      '/features/member/pages/status/index',
    ],
    ['was refused', aPerson({ enrolment: 'refused' }), '查看原因', '/features/member/pages/status/index'],
    ['withdrew', aPerson({ enrolment: 'withdrawn' }), '重新申请', '/features/member/pages/enrol/index'],
    ['is a member', aMember(), '出示会员卡', '/features/member/pages/card/index'],
    ['is suspended', aMember({ card: 'suspended' }), '查看会籍', '/features/member/pages/membership/index'],
    ['left the union', aMember({ card: 'left' }), '重新加入', '/features/member/pages/enrol/index'],
  ])('offers the one next step to a person who %s', async (_, self, button, url) => {
    whenAsked('member.showSelf', { ok: true, value: self });
    render(<HomePage />);
    fireEvent.click(await screen.findByRole('button', { name: button }));
    expect(phone.opened).toEqual([{ by: 'navigateTo', url }]);
  });

  it('invites a visitor who is not signed in, and shows the stations all the same', async () => {
    whenAsked('member.showSelf', { ok: false, refusal: 'sign-in-needed' });
    render(<HomePage />);
    expect(await screen.findByRole('button', { name: '加入工会' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^工会站点/ }));
    expect(phone.opened).toEqual([{ by: 'switchTab', url: '/pages/stations/index' }]);
  });

  it('leads to the stations even when nothing else can be loaded', async () => {
    whenAsked('member.showSelf', 'no-network');
    render(<HomePage />);
    expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^工会站点/ })).toBeTruthy();
  });

  it('shows the queue to those who keep the roll, and their stations to those who look after one', async () => {
    whenAsked('member.showSelf', {
      ok: true,
      value: aMember({ roles: [{ role: 'clerk', unionName: '陆家嘴街道总工会', until }] }),
    });
    const { unmount } = render(<HomePage />);
    expect(await screen.findByRole('button', { name: /^待办/ })).toBeTruthy();
    unmount();
    whenAsked('member.showSelf', {
      ok: true,
      value: aMember({ roles: [{ role: 'volunteer', unionName: '陆家嘴街道总工会', until }] }),
    });
    render(<HomePage />);
    await screen.findByRole('button', { name: '出示会员卡' });
    expect(screen.queryByRole('button', { name: /^待办/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^我的站点/ }));
    expect(phone.opened).toEqual([{ by: 'navigateTo', url: '/features/station/pages/own/index' }]);
  });

  it('keeps a member a member while one is transferring or the membership is retained', () => {
    expect(situationOf(aMember({ card: 'transferring' }))).toBe('member');
    expect(situationOf(aMember({ card: 'retained' }))).toBe('member');
  });

  it('follows the new application of somebody who left', () => {
    expect(situationOf(aMember({ card: 'left', enrolment: 'submitted' }))).toBe('submitted');
  });
});

describe('mine', () => {
  it('copies the number that one may quote', async () => {
    whenAsked('member.showSelf', { ok: true, value: aMember() });
    render(<MinePage />);
    fireEvent.click(await screen.findByRole('button', { name: /^我的编号/ }));
    await waitFor(() => expect(phone.clipboard).toBe('pAAAAAAAAAAAAAAAAAAAAAA'));
    expect(await screen.findByText('编号已复制')).toBeTruthy();
  });

  it('leads everybody to the matchmaking studio, members or not', async () => {
    whenAsked('member.showSelf', { ok: true, value: aPerson() });
    render(<MinePage />);
    fireEvent.click(await screen.findByRole('button', { name: /^红娘工作室/ }));
    expect(phone.opened).toEqual([{ by: 'navigateTo', url: '/features/matchmaking/pages/studio/index' }]);
  });

  it('leads administrators to people and roles, and no clerk', async () => {
    const as = (role: 'clerk' | 'administrator') =>
      whenAsked('member.showSelf', {
        ok: true,
        value: aPerson({ roles: [{ role, unionName: '陆家嘴街道总工会', until }] }),
      });
    as('clerk');
    const { unmount } = render(<MinePage />);
    expect(await screen.findByRole('button', { name: '会员名册' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '人员与角色' })).toBeNull();
    unmount();
    as('administrator');
    render(<MinePage />);
    fireEvent.click(await screen.findByRole('button', { name: '人员与角色' }));
    expect(phone.opened).toEqual([{ by: 'navigateTo', url: '/features/review/pages/staff/index' }]);
  });

  it('leads a matchmaker to the bench and to nothing of stations', async () => {
    const roles: SelfView['roles'] = [{ role: 'matchmaker', unionName: '北蔡镇总工会', until }];
    whenAsked('member.showSelf', { ok: true, value: aPerson({ roles }) });
    render(<MinePage />);
    fireEvent.click(await screen.findByRole('button', { name: '红娘工作台' }));
    expect(phone.opened).toEqual([{ by: 'navigateTo', url: '/features/matchmaking/pages/bench/index' }]);
    expect(screen.queryByRole('button', { name: '我的站点' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^红娘工作室的/ })).toBeNull();
  });

  it('leads clerks to the hours of a studio, and only administrators to its reports', async () => {
    const as = (role: 'clerk' | 'administrator') =>
      whenAsked('member.showSelf', {
        ok: true,
        value: aPerson({ roles: [{ role, unionName: '北蔡镇总工会', until }] }),
      });
    as('clerk');
    const { unmount } = render(<MinePage />);
    expect(await screen.findByRole('button', { name: '红娘工作室的设置' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '红娘工作室的举报' })).toBeNull();
    expect(screen.queryByRole('button', { name: '红娘工作台' })).toBeNull();
    unmount();
    as('administrator');
    render(<MinePage />);
    fireEvent.click(await screen.findByRole('button', { name: '红娘工作室的举报' }));
    expect(phone.opened).toEqual([{ by: 'navigateTo', url: '/features/matchmaking/pages/reports/index' }]);
  });

  it('switches elder mode for somebody who is not signed in, too', async () => {
    whenAsked('member.showSelf', { ok: false, refusal: 'sign-in-needed' });
    render(<MinePage />);
    expect(await screen.findByText('您还没有登录')).toBeTruthy();
    const elder = screen.getByRole('switch', { name: /^长辈模式/ });
    fireEvent.click(elder);
    expect(elder.getAttribute('aria-checked')).toBe('true');
    fireEvent.click(elder);
    expect(elder.getAttribute('aria-checked')).toBe('false');
  });
});
