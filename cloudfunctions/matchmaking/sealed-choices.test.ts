import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { EventId, PersonId } from '../../types/ids';
import { openedChoices, sealedChoices } from './sealed-choices';

const mixer = EventId.parse('e0123456789a');
const other = EventId.parse('e0123456789b');
const person = (letter: string): PersonId => PersonId.parse(`p${letter.repeat(22)}`);

beforeAll(() => {
  process.env['SEALING_KEYS'] = `k1:${randomBytes(32).toString('base64')}`;
});

const card = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 3 });

describe('a card of choices in the store', () => {
  it('opens to what was chosen', () => {
    fc.assert(
      fc.property(card, (numbers) => {
        expect(openedChoices(mixer, person('a'), sealedChoices(mixer, person('a'), numbers))).toEqual(numbers);
      }),
    );
  });

  it('has one length, whatever was chosen', () => {
    const { length } = sealedChoices(mixer, person('a'), []);
    fc.assert(
      fc.property(card, (numbers) => {
        expect(sealedChoices(mixer, person('b'), numbers)).toHaveLength(length);
      }),
    );
  });

  it('never looks the same twice', () => {
    expect(sealedChoices(mixer, person('a'), [1, 2])).not.toBe(sealedChoices(mixer, person('a'), [1, 2]));
  });

  it('opens for nobody else and at no other mixer', () => {
    const sealed = sealedChoices(mixer, person('a'), [1]);
    expect(() => openedChoices(mixer, person('b'), sealed)).toThrow('does not open');
    expect(() => openedChoices(other, person('a'), sealed)).toThrow('does not open');
  });
});
