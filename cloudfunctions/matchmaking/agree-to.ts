import { agree } from '../../types/result';
import { newId } from '../runtime/platform';
import { changeOwn } from './change-own';
import { withConsents } from './match-consents';
import type { Handler } from './scene';

export const agreeTo: Handler<'agreeTo'> = ({ purpose, version }, { now, personId }) =>
  changeOwn(personId, now, (profile) => {
    const given = withConsents(profile.consents, [{ purpose, version }], { now, newReceiptNo: newId });
    if (!given.ok) return given;
    const isFresh = given.value.some(({ givenAt, receiptNo }) => givenAt === now && isNew(profile.consents, receiptNo));
    return agree(isFresh ? { consents: given.value } : null);
  });

const isNew = (consents: readonly { readonly receiptNo: string }[], receiptNo: string): boolean =>
  !consents.some((one) => one.receiptNo === receiptNo);
