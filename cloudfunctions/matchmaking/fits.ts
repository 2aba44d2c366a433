import type { Gender } from '../../types/match-kind';
import type { ProfileForm } from '../../types/match-profile';
import type { Profile } from './profile-records';

/** What two people said that decides whether they may be proposed to each other; none of it is ever shown. */
export type Fitting = {
  readonly form: Pick<ProfileForm, 'gender' | 'seeks' | 'children' | 'notColleagues'>;
  readonly unionId: Profile['unionId'];
};

/** Whether both may meet: the same whichever is named first, and nobody hears which of the rules said no, nor whose. */
export const mayMeet = (one: Fitting, other: Fitting): boolean =>
  wouldMeet(one, other) && wouldMeet(other, one) && !contraryOnChildren(one, other) && !areColleagues(one, other);

const genderSought = { women: 'woman', men: 'man' } as const;

/** Whoever says nothing would like to meet the other gender. */
function wouldMeet({ form: { gender, seeks } }: Fitting, { form }: Fitting): boolean {
  if (seeks === 'either') return true;
  const sought: Gender = seeks === null ? (gender === 'woman' ? 'man' : 'woman') : genderSought[seeks];
  return form.gender === sought;
}

/** One wants children and the other does not; whoever is open to it, or says nothing, is contrary to nobody. */
const contraryOnChildren = ({ form: one }: Fitting, { form: other }: Fitting): boolean =>
  (one.children === 'wanted' && other.children === 'not-wanted') ||
  (one.children === 'not-wanted' && other.children === 'wanted');

const areColleagues = (one: Fitting, other: Fitting): boolean =>
  one.unionId === other.unionId && (one.form.notColleagues || other.form.notColleagues);
