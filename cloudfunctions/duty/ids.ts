import type { PersonId, StationId, TemplateId } from '../../types/ids';
import { ShiftId, WishId } from '../../types/ids';
import type { ShanghaiDay } from '../../types/time';
import { lettersOf } from '../runtime/code-letters';
import { fingerprint } from '../runtime/sealed';

const LETTERS = 11;

/** The shift that a rule gives on a day: made twice, it is one. */
export const shiftIdOf = (stationId: StationId, templateId: TemplateId, day: ShanghaiDay): ShiftId =>
  ShiftId.parse(`d${drawn('shift', `${stationId}:${templateId}:${day}`)}`);

/** Whatever somebody asked for: the same request, sent again, has the same id. */
export const wishIdOf = (kind: string, personId: PersonId, requestKey: string): WishId =>
  WishId.parse(`w${drawn(kind, `${personId}:${requestKey}`)}`);

/** Of what there is one of for each pair, e.g. a station and its steward. */
export const pairIdOf = (kind: string, one: string, other: string): WishId =>
  WishId.parse(`w${drawn(kind, `${one}:${other}`)}`);

const drawn = (kind: string, text: string): string =>
  lettersOf(Buffer.from(fingerprint(kind, text), 'base64url'), LETTERS).toLowerCase();
