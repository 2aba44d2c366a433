import type { DutyPage, TapRefusal, Tapped } from '@contract/duty-tap';
import type { RequestKey } from '@contract/evidence';
import type { VolunteerNo } from '@contract/ids';
import type { EpochMs } from '@contract/time';
import fc from 'fast-check';
import { answered, freshNote, refusedNote } from '@/queue/notes';
import { aDutyPage, dutyAt, onDutyPage } from '../../../../testing/a-duty-page';
import type { TapNote, TapNotes } from './tap-queue';
import { withTaps } from './with-taps';

const note = (tapped: Tapped, nth: number): TapNote =>
  freshNote(`tap-${String(nth).padStart(18, '0')}` as RequestKey, tapped, (dutyAt + nth * 1_000) as EpochMs);

/** What a server does with a tap, written down apart from what the page does with it. */
type Heard = { readonly page: DutyPage; readonly refusal: TapRefusal | null };
function heard(page: DutyPage, { wish, at }: TapNote): Heard {
  const refuse = (refusal: TapRefusal): Heard => ({ page, refusal });
  const take = (change: Partial<DutyPage>): Heard => ({ page: { ...page, ...change }, refusal: null });
  const selfIs = (state: DutyPage['state']) => ({
    state,
    colleagues: page.colleagues.map((one) => ({ ...one, state: one.isSelf ? state : one.state })),
  });
  if (wish.did === 'clock-in') {
    return page.state === 'held'
      ? take({ ...selfIs('on-duty'), clockedInAt: at, evidence: 'door-code' })
      : refuse('clocked-in-already');
  }
  if (page.state !== 'on-duty') return refuse(page.state === 'held' ? 'not-clocked-in' : 'clocked-out-already');
  switch (wish.did) {
    case 'opening-list':
      if (page.openingDoneAt !== null) return refuse('opened-by-other');
      return take({
        openingDoneAt: at,
        facilities: page.facilities.map((one) => {
          const works = wish.facilities.find(({ code }) => code === one.code)?.works;
          return works === undefined ? one : { ...one, state: works ? 'ok' : 'broken', checkedAt: at };
        }),
      });
    case 'closing-list':
      return take({ closingDoneAt: page.closingDoneAt ?? at });
    case 'visitors':
      return page.visitors + wish.people < 0 ? refuse('below-zero') : take({ visitors: page.visitors + wish.people });
    case 'incident':
      return take({ incidents: page.incidents + 1 });
    case 'handover':
      return take({ ownNote: wish.words === '' ? null : wish.words });
    case 'vouch':
      return refuse('colleague-not-here');
    case 'clock-out':
      return take({ ...selfIs('served'), clockedOutAt: at });
  }
}

const tapped: fc.Arbitrary<Tapped> = fc.oneof(
  fc.constant<Tapped>({ did: 'clock-in', code: 'r.ABCD', place: null }),
  fc.constantFrom<Tapped>({ did: 'visitors', people: 1 }, { did: 'visitors', people: -1 }),
  fc.boolean().map<Tapped>((works) => ({
    did: 'opening-list',
    items: [],
    facilities: [{ code: 'microwave', works }],
    counted: [],
    note: '',
  })),
  fc.constant<Tapped>({ did: 'closing-list', items: [], note: '' }),
  fc.constant<Tapped>({ did: 'incident', kind: 'other', words: '', photo: null }),
  fc.constantFrom<Tapped>({ did: 'handover', words: '水少了' }, { did: 'handover', words: '' }),
  fc.constant<Tapped>({ did: 'vouch', number: 'V00000002' as VolunteerNo }),
  fc.constant<Tapped>({ did: 'clock-out', code: null, place: null, withoutList: null }),
);

/** Answers the first so many. */
const answeredUpTo = (page: DutyPage, notes: TapNotes, count: number): { page: DutyPage; notes: TapNotes } =>
  notes.slice(0, count).reduce<{ page: DutyPage; notes: TapNotes }>(
    (before, one) => {
      const { page: after, refusal } = heard(before.page, one);
      const { noteId } = one;
      const left = refusal === null ? answered(before.notes, noteId) : refusedNote(before.notes, noteId, refusal);
      return { page: after, notes: left };
    },
    { page, notes },
  );

it('shows the server’s page once everything is answered, whatever was done and whatever was refused', () => {
  fc.assert(
    fc.property(fc.array(tapped, { maxLength: 25 }), (taps) => {
      const { page, notes } = answeredUpTo(aDutyPage(), taps.map(note), taps.length);
      expect(withTaps(page, notes, 0)).toEqual(page);
    }),
  );
});

it('does not change under one’s eyes while answers come in, as long as nothing is refused', () => {
  /** What only the server can say. */
  const seen = (page: DutyPage) => ({ ...page, evidence: null });
  fc.assert(
    fc.property(fc.array(tapped, { maxLength: 25 }), fc.nat(25), (taps, count) => {
      const fresh = aDutyPage();
      const allowed = taps.map(note).reduce<{ page: DutyPage; notes: TapNotes }>(
        (before, one) => {
          const { page, refusal } = heard(before.page, one);
          return refusal === null ? { page, notes: [...before.notes, one] } : before;
        },
        { page: fresh, notes: [] },
      ).notes;
      const { page, notes } = answeredUpTo(fresh, allowed, count);
      expect(seen(withTaps(page, notes, 0))).toEqual(seen(withTaps(fresh, allowed, 0)));
    }),
  );
});

it('takes back what the server refused', () => {
  const waiting = [note({ did: 'clock-in', code: 'r.ABCD', place: null }, 1)];
  expect(withTaps(aDutyPage(), waiting, 0).state).toBe('on-duty');
  const [first] = waiting;
  if (first === undefined) throw new Error('a tap');
  expect(withTaps(aDutyPage(), refusedNote(waiting, first.noteId, 'too-far'), 0).state).toBe('held');
});

it('tells times by the server’s clock, on a phone that is three hours fast', () => {
  const shown = withTaps(aDutyPage(), [note({ did: 'clock-in', code: null, place: null }, 0)], -3 * 3_600_000);
  expect(shown.clockedInAt).toBe(dutyAt - 3 * 3_600_000);
});

it('shows at once what was counted and what was found broken', () => {
  const list: Tapped = {
    did: 'opening-list',
    items: [],
    facilities: [{ code: 'microwave', works: false }],
    counted: [{ code: 'water', quantity: 5, expiresOn: null }],
    note: '',
  };
  const shown = withTaps(onDutyPage(), [note(list, 3)], 0);
  expect(shown.facilities[0]?.state).toBe('broken');
  expect(shown.shelf[0]).toMatchObject({ name: '瓶装水', quantity: 5 });
});
