import * as fc from 'fast-check';
import type { ConsentReceipt } from '../../types/consent';
import { Purpose, consentVersions, neededToJoin } from '../../types/consent';
import { aReceipt, allConsents, later, noon } from './a-member';
import { consentsTo, give, hasNeededConsents, takeAllBack, takeBack } from './consents';

const scene = () => {
  let count = 0;
  return { now: noon, newReceiptNo: () => `no-${(count += 1)}` };
};
const asShown = (purpose: Purpose) => ({ purpose, version: consentVersions[purpose] });

describe('consent', () => {
  it('is given purpose by purpose, each with a receipt of its own', () => {
    expect(give([], [asShown('membership'), asShown('identity-document')], scene())).toEqual({
      ok: true,
      value: [
        { ...asShown('membership'), receiptNo: 'no-1', givenAt: noon, withdrawnAt: null },
        { ...asShown('identity-document'), receiptNo: 'no-2', givenAt: noon, withdrawnAt: null },
      ],
    });
  });

  it('given twice to one text is one consent', () => {
    expect(give([aReceipt('membership')], [asShown('membership')], scene())).toEqual({
      ok: true,
      value: [aReceipt('membership')],
    });
    expect(give([], [asShown('notices'), asShown('notices')], scene())).toMatchObject({
      value: [{ receiptNo: 'no-1' }],
    });
  });

  it('to a text that is not shown today is refused whole', () => {
    expect(give([], [asShown('membership'), { purpose: 'notices', version: '2020-01' }], scene())).toEqual({
      ok: false,
      refusal: 'consent-text-changed',
    });
  });

  it('to an older text does not count for the text of today, and stays as evidence', () => {
    const older = aReceipt('membership', { version: '2020-01' });
    expect(consentsTo([older], 'membership')).toBe(false);
    expect(give([older], [asShown('membership')], scene())).toMatchObject({ value: [older, asShown('membership')] });
  });

  it('to one purpose says nothing about another', () => {
    expect(consentsTo([aReceipt('notices')], 'membership')).toBe(false);
    expect(hasNeededConsents([aReceipt('membership')])).toBe(false);
    expect(hasNeededConsents(allConsents)).toBe(true);
  });

  it('taken back stays written, with the instant, and can be given anew', () => {
    const taken = takeBack(allConsents, 'membership', later(noon, 5));
    expect(taken).toEqual({
      ok: true,
      value: [aReceipt('membership', { withdrawnAt: later(noon, 5) }), aReceipt('identity-document')],
    });
    if (!taken.ok) return;
    expect(consentsTo(taken.value, 'membership')).toBe(false);
    expect(give(taken.value, [asShown('membership')], scene())).toMatchObject({
      value: [{}, {}, asShown('membership')],
    });
  });

  it('that was never given, or is taken back already, cannot be taken back', () => {
    expect(takeBack([], 'notices', noon)).toEqual({ ok: false, refusal: 'consent-not-given' });
    expect(takeBack([aReceipt('notices', { withdrawnAt: noon })], 'notices', noon)).toEqual({
      ok: false,
      refusal: 'consent-not-given',
    });
  });

  it('to an older text is taken back with the newer one: both mean the same purpose', () => {
    const both = [aReceipt('notices', { version: '2020-01' }), aReceipt('notices')];
    const taken = takeBack(both, 'notices', noon);
    expect(taken.ok && taken.value.every(({ withdrawnAt }) => withdrawnAt === noon)).toBe(true);
  });

  it('ends altogether without changing when an earlier one ended', () => {
    const receipts = [aReceipt('notices', { withdrawnAt: noon }), ...allConsents];
    expect(takeAllBack(receipts, later(noon, 9)).map(({ withdrawnAt }) => withdrawnAt)).toEqual([
      noon,
      later(noon, 9),
      later(noon, 9),
    ]);
  });

  it('is never lost from the record, and at most one per purpose stands, whatever one gives and takes', () => {
    const acts = fc.array(fc.record({ purpose: fc.constantFrom(...Purpose.options), gives: fc.boolean() }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(acts, (list) => {
        let receipts: readonly ConsentReceipt[] = [];
        for (const [place, { purpose, gives }] of list.entries()) {
          const before = receipts;
          const instant = { now: later(noon, place), newReceiptNo: () => `no-${place}` };
          const next = gives ? give(before, [asShown(purpose)], instant) : takeBack(before, purpose, instant.now);
          if (next.ok) receipts = next.value;
          expect(receipts.slice(0, before.length).map(({ receiptNo }) => receiptNo)).toEqual(
            before.map(({ receiptNo }) => receiptNo),
          );
          expect(consentsTo(receipts, purpose)).toBe(gives);
          for (const each of Purpose.options)
            expect(
              receipts.filter((receipt) => receipt.purpose === each && receipt.withdrawnAt === null).length,
            ).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is needed to join for two purposes, and news is none of them', () => {
    expect(neededToJoin).toEqual(['membership', 'identity-document']);
  });
});
