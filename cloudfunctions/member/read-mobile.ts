import { MobileNumber } from '../../types/person';
import { agree, refuse } from '../../types/result';
import { fingerprint, seal } from '../runtime/sealed';
import { phoneNumberFor } from '../runtime/wechat';
import { change, refusalOf } from './change';
import { fillIn } from './draft';
import { loadMember } from './records';
import type { Handler } from './scene';

export const readMobile: Handler<'readMobile'> = async ({ code }, { now, personId }) => {
  const sealing = { seal, fingerprint };
  // Asked before WeChat is: no number is fetched, and paid for, that the person has not agreed to.
  const welcome = fillIn(await loadMember(personId), {}, now, sealing);
  if (!welcome.ok) return refuse(aboutNumber(welcome.refusal));
  const mobile = MobileNumber.safeParse(await phoneNumberFor(code));
  if (!mobile.success) return refuse('mobile-not-given');
  const changed = await change(personId, (member) => fillIn(member, { mobile: mobile.data }, now, sealing));
  if (changed.ok) return agree({ maskedMobile: changed.member.mobile?.masked ?? '' });
  return refuse(aboutNumber(refusalOf(changed).refusal));
};

/** A number alone states no age. */
const aboutNumber = <Refusal extends string>(refusal: Refusal) =>
  refusal === 'too-young' ? 'application-not-editable' : (refusal as Exclude<Refusal, 'too-young'>);
