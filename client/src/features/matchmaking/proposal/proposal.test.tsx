import type { AnswerFor } from '@contract/contracts';
import { fireEvent, render, screen } from '@testing-library/react';
import { aMatchCard, benchNow } from '../../../../testing/a-bench';
import { aMutualProposal, aProposal, anEndedProposal, proposalId, shownAs } from '../../../../testing/a-proposal';
import { press, sent, settle } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone, showPage } from '../../../../testing/taro-api';
import ProposalPage from '../pages/proposal';

const picture = (about: object): AnswerFor<'matchmaking.showProposalPhoto'> => ({
  ok: true,
  value: { photo: null, isBlurred: true, ...about },
});
const answered = (answer: 'none' | 'yes' | 'no'): AnswerFor<'matchmaking.answer'> => ({ ok: true, value: { answer } });
const open = async (): Promise<void> => {
  render(<ProposalPage />);
  await settle();
};
const isThere = (text: string | RegExp): boolean => screen.queryByText(text) !== null;

beforeEach(() => {
  resetServer();
  resetPhone();
  phone.parameters = { id: proposalId };
  jest.spyOn(Date, 'now').mockReturnValue(benchNow);
  whenAsked('matchmaking.showProposalPhoto', picture({}));
});
afterEach(() => jest.restoreAllMocks());

describe('until its day', () => {
  it('shows the other, what the matchmaker says, and when both hear', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aProposal()));
    await open();
    expect(isThere('小周 · 男')).toBe(true);
    expect(isThere('红娘说：都喜欢看电影，作息也合得来')).toBe(true);
    expect(isThere('您答什么，对方和红娘都不会知道；只有双方都愿意，才会在11月28日（周六）20:00一起知道。')).toBe(true);
    expect(isThere(/不回答也可以，什么都不用做/)).toBe(true);
  });

  it('gives yes and no the same weight, chosen or not', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aProposal()), shownAs(aProposal({ answer: 'yes' })));
    whenAsked('matchmaking.answer', answered('yes'));
    await open();
    const looks = () => ['愿意', '不愿意'].map((name) => screen.getByRole('button', { name: new RegExp(`^${name}`) }));
    const [yes, no] = looks();
    expect(yes?.className).toBe(no?.className);
    await press('愿意');
    const [chosen, other] = looks();
    expect(chosen?.className).toBe(other?.className);
    expect(sent('matchmaking.answer')).toEqual({ proposalId, answer: 'yes' });
    expect(isThere('您现在答的是：愿意。揭晓之前都可以改。')).toBe(true);
  });

  it('lets an answer be changed, and taken back', async () => {
    whenAsked(
      'matchmaking.showProposal',
      shownAs(aProposal({ answer: 'yes' })),
      shownAs(aProposal({ answer: 'no' })),
      shownAs(aProposal()),
    );
    whenAsked('matchmaking.answer', answered('no'), answered('none'));
    await open();
    await press('不愿意');
    expect(sent('matchmaking.answer')).toEqual({ proposalId, answer: 'no' });
    await press('收回回答，先不答');
    expect(sent('matchmaking.answer')).toEqual({ proposalId, answer: 'none' });
    expect(screen.queryByRole('button', { name: '收回回答，先不答' })).toBeNull();
  });

  it('shows the answer that was kept also where the proposal does not come anew', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aProposal({ answer: 'yes' })), 'no-network');
    whenAsked('matchmaking.answer', answered('no'));
    await open();
    await press('不愿意');
    expect(timesAsked('matchmaking.showProposal')).toBeGreaterThan(1);
    expect(screen.getByRole('button', { name: '不愿意，您现在的回答' })).toBeTruthy();
    expect(isThere('您现在答的是：不愿意。揭晓之前都可以改。')).toBe(true);
    expect(isThere('✓ 愿意')).toBe(false);
  });

  it('says that the time is over when it ran out while the page was open', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aProposal()), shownAs(aProposal({ answer: null })));
    whenAsked('matchmaking.answer', { ok: false, refusal: 'too-late' });
    await open();
    await press('愿意');
    expect(isThere('答复的时间到了')).toBe(true);
    expect(screen.queryByRole('button', { name: '愿意' })).toBeNull();
  });

  it('keeps the buttons when the line is dead, and says so beside them', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aProposal()));
    whenAsked('matchmaking.answer', 'no-network');
    await open();
    await press('愿意');
    expect(screen.getByRole('alert').textContent).toContain('网络不可用');
    expect(screen.getByRole('button', { name: '愿意' })).toBeTruthy();
  });

  it('shows the picture only as a blur, and says so', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aProposal({ card: aMatchCard({ hasPhoto: true }) })));
    whenAsked('matchmaking.showProposalPhoto', picture({ photo: '/9j/AAAA' }));
    await open();
    expect(screen.getByRole('img', { name: '对方的照片，现在只是一团模糊的颜色' })).toBeTruthy();
    expect(isThere('双方都愿意以后，才看得到清楚的照片。')).toBe(true);
  });

  it('shows the card also when the picture does not come', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aProposal({ card: aMatchCard({ hasPhoto: true }) })));
    whenAsked('matchmaking.showProposalPhoto', 'no-network');
    await open();
    expect(isThere('小林 · 女')).toBe(true);
    expect(isThere(/照片这次没有载入/)).toBe(true);
  });

  it('folds what the other sees of oneself, and opens it at a tap', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aProposal({ ownCard: aMatchCard({ hasPhoto: true }) })));
    await open();
    expect(isThere('对方看到的您')).toBe(false);
    await press('看看对方看到的我');
    expect(isThere('对方看到的您')).toBe(true);
    expect(isThere(/您的照片，对方现在只看到一团模糊的颜色/)).toBe(true);
  });
});

describe('after both said yes', () => {
  it('shows how the other is reached and until when, and copies it', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aMutualProposal()));
    await open();
    expect(isThere('您和小周都愿意认识')).toBe(true);
    expect(isThere('联系方式在这里显示到12月28日（周一）20:00，想留的话请自己记下。')).toBe(true);
    await press('复制微信号');
    expect(phone.clipboard).toBe('zhou_1993');
    expect(isThere('已经复制')).toBe(true);
  });

  it('has nothing to copy once the contact is shown no more', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aMutualProposal({ contact: null, contactUntil: null })));
    await open();
    expect(isThere('联系方式已经过了显示的时间，不再显示。')).toBe(true);
    expect(screen.queryByRole('button', { name: /复制/ })).toBeNull();
  });

  it('needs no card of somebody from a mixer', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aMutualProposal({ fromMixer: true, card: null, ownCard: null })));
    await open();
    expect(isThere(/在联谊上，你们互相选了对方/)).toBe(true);
    expect(screen.queryByRole('button', { name: '看看对方看到的我' })).toBeNull();
  });

  it('ends for both only when asked twice', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aMutualProposal()), shownAs(anEndedProposal()));
    whenAsked('matchmaking.takeBack', { ok: true, value: { state: 'ended' } });
    await open();
    await press('收回，结束这次介绍');
    await press('留着');
    expect(timesAsked('matchmaking.takeBack')).toBe(0);
    await press('收回，结束这次介绍');
    await press('收回');
    expect(isThere('这次介绍已经结束')).toBe(true);
    expect(isThere('zhou_1993')).toBe(false);
  });

  it('stops the matchmaker asking at one tap', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aMutualProposal()), shownAs(aMutualProposal({ followsUp: false })));
    whenAsked('matchmaking.stopFollowUps', { ok: true, value: { followsUp: false } });
    await open();
    await press('不用再问我');
    expect(sent('matchmaking.stopFollowUps')).toEqual({ proposalId });
    expect(screen.queryByRole('button', { name: '不用再问我' })).toBeNull();
  });
});

describe('once it has ended', () => {
  it('says that and nothing of why or who', async () => {
    whenAsked('matchmaking.showProposal', shownAs(anEndedProposal()));
    const { container } = render(<ProposalPage />);
    await settle();
    const [page] = Array.from(container.querySelectorAll('h2'));
    expect(page?.parentElement?.textContent).toBe('这次介绍已经结束回到给我的介绍');
    expect(container.textContent).not.toMatch(/小周|愿意|红娘说/);
  });

  it('goes quiet when one comes back to it after its day', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aProposal({ answer: 'yes' })), shownAs(anEndedProposal()));
    await open();
    showPage();
    await settle();
    expect(isThere('小周 · 男')).toBe(false);
    expect(isThere('这次介绍已经结束')).toBe(true);
  });
});

describe('under more', () => {
  it.each([
    ['until its day', aProposal(), /您不用再回答。对方和红娘都不会知道/],
    ['after both said yes', aMutualProposal(), /两位都不再看到对方的联系方式/],
    ['once it has ended', anEndedProposal(), /对方和红娘都不会知道/],
  ])('%s says what never being introduced again does, and then leads to the list', async (_when, proposal, note) => {
    whenAsked('matchmaking.showProposal', shownAs(proposal));
    whenAsked('matchmaking.block', { ok: true, value: { blocked: true } });
    await open();
    expect(screen.queryByRole('button', { name: /^不再介绍/ })).toBeNull();
    await press('更多');
    fireEvent.click(screen.getByRole('button', { name: /^不再介绍这一位/ }));
    await settle();
    expect(isThere(note)).toBe(true);
    expect(timesAsked('matchmaking.block')).toBe(0);
    await press('不再介绍');
    expect(sent('matchmaking.block')).toEqual({ proposalId });
    expect(phone.opened).toEqual([{ by: 'redirectTo', url: '/features/matchmaking/pages/my-proposals/index' }]);
  });

  it('leads to the report', async () => {
    whenAsked('matchmaking.showProposal', shownAs(aProposal()));
    await open();
    await press('更多');
    await press(/^举报/);
    expect(phone.opened.at(-1)?.url).toBe(`/features/matchmaking/pages/report-person/index?id=${proposalId}`);
  });
});

it.each([['q1'], [proposalId]])('leads back to the list from %s where there is no such proposal', async (id) => {
  phone.parameters = { id };
  whenAsked('matchmaking.showProposal', { ok: false, refusal: 'proposal-not-found' });
  whenAsked('matchmaking.showProposalPhoto', { ok: false, refusal: 'proposal-not-found' });
  await open();
  expect(timesAsked('matchmaking.showProposal')).toBe(id === proposalId ? 1 : 0);
  await press('回到给我的介绍');
  expect(phone.opened.at(-1)?.by).toBe('redirectTo');
});
