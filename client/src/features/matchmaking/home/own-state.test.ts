import { matchPurposes } from '@contract/match-kind';
import type { OwnProfile } from '@contract/match-profile';
import { aProfile } from '../../../../testing/a-profile';
import { ownState } from './own-state';

const title = (about: Partial<OwnProfile>, open = 0): string => ownState(aProfile(about), open, true).title;

it('asks nothing of somebody who waits', () => {
  const state = ownState(aProfile(), 0, true);
  expect(state).toMatchObject({ title: '您在资料库里', next: null });
  expect(state.text).toContain('什么都不用做');
});

it('puts a proposal before everything but a profile that ran out', () => {
  expect(title({ mayRenew: true, state: 'paused' }, 1)).toBe('有一次介绍，等您看看');
  expect(title({ state: 'expired' }, 1)).toBe('资料已经到期');
});

it('says that a proposal may be left without an answer', () => {
  expect(ownState(aProfile(), 2, true).text).toContain('不回答');
});

it('says until when an expired profile can be renewed', () => {
  const state = ownState(aProfile({ state: 'expired', expiresOn: '2026-12-10' as OwnProfile['expiresOn'] }), 0, true);
  expect(state.text).toContain('2027年1月9日');
  expect(state.next).toMatchObject({ page: 'matchProfile' });
});

it('leads whoever is no member any more to the union, not to a renewal that is refused', () => {
  const state = ownState(aProfile({ state: 'expired' }), 0, false);
  expect(state).toMatchObject({ title: '资料先为您收起来了', next: { page: 'enrol' } });
  expect(state.text).toContain('自动删除');
});

it('names what was not let through, and leaves it to the person', () => {
  const state = ownState(aProfile({ turnedDown: [{ field: 'about', reason: '有电话' }] }), 0, true);
  expect(state.text).toContain('自我介绍没有给别人看');
  expect(state.text).toContain('不改也没关系');
});

it('says when a pause ends by itself', () => {
  expect(
    ownState(aProfile({ state: 'paused', pausedUntil: '2026-12-24' as OwnProfile['expiresOn'] }), 0, true).text,
  ).toContain('2026年12月24日');
  expect(ownState(aProfile({ state: 'paused', pausedUntil: null }), 0, true).text).toContain('不着急');
});

it('asks for the paper only where the studio does and has not seen it', () => {
  expect(title({ needsStamp: true, isStamped: false })).toBe('请带一次盖章的单身证明');
  expect(title({ needsStamp: true, isStamped: true })).toBe('您在资料库里');
});

it('does not press somebody who did not agree to be proposed', () => {
  const consents = aProfile().consents.filter(({ purpose }) => purpose === 'pool');
  expect(consents.length).toBeLessThan(matchPurposes.length);
  expect(ownState(aProfile({ consents }), 0, true).text).toContain('这样也可以');
});
