import * as fc from 'fast-check';
import { UnionId } from '../../types/ids';
import {
  aCardholder,
  aDecider,
  aMembership,
  aTransfer,
  aUnion,
  anApplicant,
  aMember,
  later,
  noon,
  officesOf,
  signature,
} from './a-member';
import { cardState, cardView } from './card';
import { consentsTo } from './consents';
import type { MembershipStep } from './membership';
import {
  confirmSide,
  declineSide,
  endTransfer,
  keepRoll,
  leave,
  mayStep,
  membershipSteps,
  opensDoors,
  requestTransfer,
  transferCase,
  transferCaseId,
} from './membership';
import type { Membership } from './records';
import { Member as MemberSchema, unclaimed } from './records';

const states: Membership['state'][] = ['active', 'transferring', 'retained', 'suspended', 'left'];
const allSteps: MembershipStep[] = [
  'request-transfer',
  'transfer',
  'decline-transfer',
  'cancel-transfer',
  'suspend',
  'restore',
  'retain',
  'leave',
];

const target = (id = 'weifang') => {
  const { _id, name, offices } = aUnion(id);
  return { unionId: _id, name, offices };
};
const request = (membership: Membership, to = target(), round = 1) =>
  requestTransfer(membership, { to, reason: '换了单位', round, now: noon });
const why = { at: later(noon, 1), office: '北蔡镇总工会', note: '说明' };

const halfConfirmed = (): Membership => {
  const half = confirmSide(aMembership('transferring'), 'release', 1, aDecider());
  if (!half.ok) throw new Error(half.refusal);
  return half.value;
};

/** Takes a step by the rule that stands for it; null when the rule says no. */
function taken(membership: Membership, step: MembershipStep): Membership | null {
  const result = ((): { ok: true; value: Membership } | { ok: false } => {
    switch (step) {
      case 'request-transfer':
        return request(membership);
      case 'transfer':
        return confirmSide(membership, 'accept', 1, aDecider());
      case 'decline-transfer':
        return declineSide(membership, 'accept', 1, { ...aDecider(), note: '名额' });
      case 'cancel-transfer':
        return endTransfer(membership, 'cancel-transfer', { at: noon, office: null, note: null });
      case 'leave': {
        const left = leave(aCardholder(membership), noon);
        return left.ok && left.value.membership !== null ? { ok: true, value: left.value.membership } : { ok: false };
      }
      default:
        return keepRoll(membership, step, why);
    }
  })();
  return result.ok ? result.value : null;
}

const from = (state: Membership['state']): Membership =>
  state === 'transferring' ? halfConfirmed() : aMembership(state);

describe('the way of a membership', () => {
  it.each([
    ['active', 'request-transfer', 'transferring'],
    ['active', 'suspend', 'suspended'],
    ['active', 'retain', 'retained'],
    ['active', 'leave', 'left'],
    ['transferring', 'transfer', 'active'],
    ['transferring', 'decline-transfer', 'active'],
    ['transferring', 'cancel-transfer', 'active'],
    ['transferring', 'suspend', 'suspended'],
    ['transferring', 'leave', 'left'],
    ['retained', 'request-transfer', 'transferring'],
    ['retained', 'restore', 'active'],
    ['retained', 'suspend', 'suspended'],
    ['retained', 'leave', 'left'],
    ['suspended', 'restore', 'active'],
    ['suspended', 'leave', 'left'],
  ] as const)('leads from %s by %s to %s', (state, step, to) => {
    expect(taken(from(state), step)?.state).toBe(to);
    expect((membershipSteps[state] as Partial<Record<MembershipStep, string>>)[step]).toBe(to);
  });

  const missing = states.flatMap((state) =>
    allSteps.filter((step) => !(step in membershipSteps[state])).map((step) => [state, step] as const),
  );
  it.each(missing)('does not lead from %s by %s', (state, step) => {
    expect(mayStep(aMembership(state), step)).toBe(false);
    expect(taken(from(state), step)).toBeNull();
  });

  it('has fifteen arrows and no others', () => {
    expect(missing).toHaveLength(states.length * allSteps.length - 15);
  });

  it('reaches every state from an active card, and ends only by leaving', () => {
    const reached = new Set<string>(['active']);
    for (const state of reached)
      for (const next of Object.values(membershipSteps[state as Membership['state']])) reached.add(next);
    expect([...reached].sort()).toEqual([...states].sort());
    expect(states.filter((state) => Object.keys(membershipSteps[state]).length === 0)).toEqual(['left']);
  });

  it('lets everybody leave from wherever they stand: leaving is free', () => {
    for (const state of states.filter((each) => each !== 'left'))
      expect(taken(from(state), 'leave')?.state).toBe('left');
  });
});

describe('a transfer', () => {
  it('moves the membership with the second yes, whichever side says it', () => {
    for (const [first, second] of [
      ['release', 'accept'],
      ['accept', 'release'],
    ] as const) {
      const half = confirmSide(aMembership('transferring'), first, 1, aDecider());
      expect(half).toMatchObject({ ok: true, value: { state: 'transferring', unionId: 'beicai' } });
      if (!half.ok) continue;
      const whole = confirmSide(half.value, second, 1, aDecider());
      expect(whole).toMatchObject({
        ok: true,
        value: { state: 'active', unionId: 'weifang', unionName: 'weifang工会', since: noon },
      });
      if (whole.ok) expect(whole.value.history.map(({ step }) => step)).toEqual(['approve', first, second, 'transfer']);
      if (whole.ok) expect(whole.value).not.toHaveProperty('transfer');
    }
  });

  it('needs both yeses: the same side saying it twice is once', () => {
    expect(confirmSide(halfConfirmed(), 'release', 1, aDecider())).toEqual({
      ok: false,
      refusal: 'case-decided-already',
    });
  });

  it('is not decided by an answer to an earlier request', () => {
    const second: Membership = {
      ...aMembership('transferring'),
      state: 'transferring',
      transfer: aTransfer({ round: 2 }),
    };
    expect(confirmSide(second, 'release', 1, aDecider()).ok).toBe(false);
    expect(declineSide(second, 'release', 1, { ...aDecider(), note: '迟了' }).ok).toBe(false);
  });

  it('cannot be declined by the side that has said yes: it has had its say', () => {
    expect(declineSide(halfConfirmed(), 'release', 1, { ...aDecider(), note: '反悔' })).toEqual({
      ok: false,
      refusal: 'case-decided-already',
    });
    expect(declineSide(halfConfirmed(), 'accept', 1, { ...aDecider(), note: '名额' })).toMatchObject({
      ok: true,
      value: { state: 'active' },
    });
  });

  it('that is declined leaves everything as it was, with the reason and the office', () => {
    const ended = declineSide(aMembership('transferring'), 'accept', 1, { ...aDecider(), note: '不在本会范围' });
    expect(ended).toMatchObject({
      value: {
        state: 'active',
        unionId: 'beicai',
        history: [{}, { step: 'decline-transfer', office: '北蔡镇总工会', note: '不在本会范围' }],
      },
    });
    if (ended.ok) expect(ended.value).not.toHaveProperty('transfer');
  });

  it('of somebody whose union is gone goes back to being kept when it ends', () => {
    const moving = request(aMembership('retained'));
    if (!moving.ok) throw new Error(moving.refusal);
    expect(endTransfer(moving.value, 'cancel-transfer', { ...why, office: null })).toMatchObject({
      value: { state: 'retained' },
    });
    expect(declineSide(moving.value, 'accept', 1, { ...aDecider(), note: 'x' })).toMatchObject({
      value: { state: 'retained' },
    });
  });

  it('to one’s own union is none', () => {
    expect(request(aMembership(), target('beicai'))).toEqual({ ok: false, refusal: 'same-union' });
  });

  it('asks the old union on one side and the new one on the other, each by a case of its own', () => {
    const moving = aCardholder(aMembership('transferring'));
    expect(transferCase(moving, 'release', aTransfer())).toMatchObject({
      _id: transferCaseId('release', moving._id, 1),
      kind: 'transfer-release',
      offices: officesOf('beicai', 'pudong'),
      maskedName: '王*明',
    });
    expect(transferCase(moving, 'accept', aTransfer())).toMatchObject({
      _id: transferCaseId('accept', moving._id, 1),
      kind: 'transfer-accept',
      offices: officesOf('weifang', 'pudong'),
    });
  });
});

describe('a membership, whatever anybody does in whatever order', () => {
  type Act = { readonly what: string; readonly to: string; readonly round: number };
  const acts = fc.array(
    fc.record({
      what: fc.constantFrom(
        'request',
        'release',
        'accept',
        'decline-release',
        'decline-accept',
        'cancel',
        'suspend',
        'restore',
        'retain',
        'leave',
      ),
      to: fc.constantFrom('beicai', 'weifang', 'tangqiao'),
      round: fc.integer({ min: 0, max: 1 }),
    }),
    { maxLength: 40 },
  );

  it('is in one union at every instant, keeps its card good while it travels, and never forgets', () => {
    fc.assert(
      fc.property(acts, (list) => {
        let membership = aMembership();
        let rounds = 0;
        let yeses = new Set<string>();
        for (const [place, act] of list.entries()) {
          const before = membership;
          const next = done(before, act, rounds, place);
          if (next === null) continue;
          membership = next;
          if (act.what === 'request') {
            rounds += 1;
            yeses = new Set();
          }
          if (act.what === 'release' || act.what === 'accept') yeses.add(act.what);

          // One union: the one it had, or the one it asked for once both have said yes.
          const moved = membership.unionId !== before.unionId;
          if (moved) {
            expect(yeses).toEqual(new Set(['release', 'accept']));
            expect(before.state === 'transferring' && before.transfer.to.unionId).toBe(membership.unionId);
          }
          expect(membership.offices[0]?.unionId).toBe(membership.unionId);
          // The card: only staff or leaving close a door.
          if (opensDoors(before.state) && !opensDoors(membership.state))
            expect(['suspend', 'leave']).toContain(act.what);
          // The history grows, and nothing written changes.
          expect(membership.history.slice(0, before.history.length)).toEqual(before.history);
          expect(membership.history.length).toBeGreaterThan(before.history.length);
          expect(membership.since).toBe(before.since);
          expect(MemberSchema.safeParse(aCardholder(membership)).success).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  function done(membership: Membership, { what, to, round }: Act, rounds: number, place: number): Membership | null {
    const decider = aDecider({ at: later(noon, place) });
    const asked = rounds - round;
    const result = ((): { ok: true; value: Membership } | { ok: false } => {
      switch (what) {
        case 'request':
          return request(membership, target(to), rounds + 1);
        case 'release':
        case 'accept':
          return confirmSide(membership, what, asked, decider);
        case 'decline-release':
        case 'decline-accept':
          return declineSide(membership, what === 'decline-release' ? 'release' : 'accept', asked, {
            ...decider,
            note: '不行',
          });
        case 'cancel':
          return endTransfer(membership, 'cancel-transfer', { at: decider.at, office: null, note: null });
        case 'leave': {
          const left = leave(aCardholder(membership), decider.at);
          return left.ok && left.value.membership !== null ? { ok: true, value: left.value.membership } : { ok: false };
        }
        default:
          return keepRoll(membership, what as 'suspend' | 'restore' | 'retain', { ...why, at: decider.at });
      }
    })();
    return result.ok ? result.value : null;
  }
});

describe('leaving', () => {
  it('frees the ID card, ends every consent and says when, and cannot be done twice', () => {
    const gone = leave(aCardholder(), noon);
    expect(gone).toMatchObject({
      ok: true,
      value: { identityKey: unclaimed(aCardholder()._id), membership: { state: 'left', leftAt: noon } },
    });
    if (!gone.ok) return;
    expect(consentsTo(gone.value.consents, 'membership')).toBe(false);
    expect(leave(gone.value, noon)).toEqual({ ok: false, refusal: 'not-a-member' });
  });

  it('is nothing for somebody who never joined', () => {
    expect(leave(aMember(), noon)).toEqual({ ok: false, refusal: 'not-a-member' });
  });
});

describe('the card', () => {
  it.each([
    ['active', true],
    ['transferring', true],
    ['retained', true],
    ['suspended', false],
    ['left', false],
  ] as const)('that is %s opens doors: %s, and only then carries a code', (state, opens) => {
    expect(opensDoors(state)).toBe(opens);
    expect(cardView(aCardholder(aMembership(state)), () => 'code')).toMatchObject({
      state,
      code: opens ? 'code' : null,
      unionName: 'beicai工会',
    });
  });

  it('waits, without number or code, while the application does', () => {
    expect(cardView(anApplicant(), () => 'code')).toMatchObject({
      state: 'pending',
      code: null,
      cardNumber: null,
      since: null,
      unionName: 'beicai工会',
    });
  });

  it('of somebody who left and applied anew waits, and does not show the old number', () => {
    const again = { ...anApplicant({ membership: aMembership('left') }), cardNumber: '202612345678' };
    expect(cardView(again, () => 'code')).toMatchObject({ state: 'pending', cardNumber: null, code: null });
  });

  it('is none for somebody who has not applied, or was refused', () => {
    expect(cardState(aMember())).toBeNull();
    expect(cardState(aMember({ enrolment: { state: 'refused' } }))).toBeNull();
    expect(cardState(aMember({ enrolment: { state: 'returned', signature } }))).toBeNull();
    expect(cardView(aMember(), () => 'code')).toBeNull();
  });

  it('belongs to the old union until the new one has it', () => {
    const travelling = aCardholder(aMembership('transferring'));
    expect(cardView(travelling, () => 'code')?.unionName).toBe('beicai工会');
    expect(travelling.membership?.unionId).toBe(UnionId.parse('beicai'));
  });
});
