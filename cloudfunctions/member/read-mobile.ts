import { MobileNumber } from '../../types/person';
import { agree, refuse } from '../../types/result';
import { fingerprint, seal } from '../runtime/sealed';
import { phoneNumberFor } from '../runtime/wechat';
import { change, refusalOf } from './change';
import { fillIn } from './draft';
import type { Handler } from './scene';

export const readMobile: Handler<'readMobile'> = async ({ code }, { now, personId }) => {
  const mobile = MobileNumber.safeParse(await phoneNumberFor(code));
  if (!mobile.success) return refuse('mobile-not-given');
  const changed = await change(personId, (member) =>
    fillIn(member, { mobile: mobile.data }, now, { seal, fingerprint }),
  );
  if (changed.ok) return agree({ maskedMobile: changed.member.mobile?.masked ?? '' });
  const { refusal } = refusalOf(changed);
  // A number alone states no age.
  return refuse(refusal === 'too-young' ? 'application-not-editable' : refusal);
};
