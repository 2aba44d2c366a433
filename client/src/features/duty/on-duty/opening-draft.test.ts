import type { ShanghaiDay } from '@contract/time';
import { Tapped } from '@contract/duty-tap';
import { onDutyPage } from '../../../../testing/a-duty-page';
import {
  facilitiesToSee,
  freshOpening,
  isComplete,
  isExpired,
  notSeen,
  openingTapped,
  quantityIn,
  stepped,
  withRestWorking,
} from './opening-draft';

const page = onDutyPage();

it('asks after every facility that the station has, and after none that it lacks', () => {
  expect(facilitiesToSee(page)).toEqual(['microwave', 'fridge']);
});

it('begins with what was counted last, and with no facility looked at', () => {
  const draft = freshOpening(page);
  expect(draft.counts['cooling-drops']).toEqual({ quantity: '3', expiresOn: '2026-10-31' });
  expect(notSeen(page, draft)).toEqual(['microwave', 'fridge']);
  expect(isComplete(page, draft)).toBe(false);
});

it('keeps what was found broken when the rest is said to work', () => {
  const draft = withRestWorking(page, { ...freshOpening(page), works: { fridge: false } });
  expect(draft.works).toEqual({ microwave: true, fridge: false });
  expect(isComplete(page, draft)).toBe(true);
});

it('is not saved with a count that is no number', () => {
  const draft = withRestWorking(page, freshOpening(page));
  const emptied = { ...draft, counts: { ...draft.counts, water: { quantity: '', expiresOn: '' } } };
  expect(isComplete(page, emptied)).toBe(false);
});

it('is what the server reads', () => {
  const draft = { ...withRestWorking(page, freshOpening(page)), done: ['floor' as const], note: ' 灯坏了一盏 ' };
  expect(Tapped.parse(openingTapped(page, draft))).toMatchObject({
    facilities: [
      { code: 'microwave', works: true },
      { code: 'fridge', works: true },
    ],
    counted: [
      { code: 'water', quantity: 48, expiresOn: null },
      { code: 'cooling-drops', quantity: 3, expiresOn: '2026-10-31' },
    ],
    note: '灯坏了一盏',
  });
  expect(openingTapped(page, draft).items).toContainEqual({ item: 'floor', done: true });
  expect(openingTapped(page, draft).items).toContainEqual({ item: 'toilet', done: false });
});

it('says no day of what is gone', () => {
  const draft = withRestWorking(page, freshOpening(page));
  const counts = { ...draft.counts, 'cooling-drops': { quantity: '0', expiresOn: '2026-10-31' } };
  expect(openingTapped(page, { ...draft, counts }).counted[1]).toMatchObject({ quantity: 0, expiresOn: null });
});

it.each([
  ['12', 12],
  [' 7 ', 7],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['100000', null],
])('reads a count of “%s” as %s', (typed, quantity) => {
  expect(quantityIn(typed)).toBe(quantity);
});

it('steps by one, and never below none', () => {
  expect([stepped('0', -1), stepped('9', 1), stepped('', 1), stepped('99999', 1)]).toEqual(['0', '10', '1', '99999']);
});

it('lets medicine be good on the day that is printed, and no longer', () => {
  expect(isExpired('2026-11-23', '2026-11-23' as ShanghaiDay)).toBe(false);
  expect(isExpired('2026-11-23', '2026-11-24' as ShanghaiDay)).toBe(true);
  expect(isExpired('', '2026-11-24' as ShanghaiDay)).toBe(false);
});
