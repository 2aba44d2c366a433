import type { Gender, Interest } from '../../types/match-kind';
import { interests } from '../../types/match-kind';
import type { MatchFacts, ProfileForm } from '../../types/match-profile';
import type { Occupation } from '../../types/occupation';
import type { Dice } from './dice';
import { diceOf } from './dice';

/** Somebody of 北蔡's pool, made up. */
export type Single = { readonly key: string; readonly name: string; readonly form: ProfileForm };

/** As many as the studio's database holds ("400多人", S0), the personas beside them. */
const SINGLES = 412;

const families = Array.from('张王李赵刘陈杨黄周吴徐孙马朱胡郭何林罗高');
const given = ['佳怡', '子涵', '志强', '晓燕', '建平', '雨桐', '海峰', '丽娜', '一鸣', '思远', '文静', '国栋'];
const calls = {
  woman: ['小雨', '木木', '阿宁', '青禾', '小满', '橙子', '若溪', '阿梨', '小鱼', '南风', '晚晚', '豆豆'],
  man: ['阿川', '大山', '小北', '石头', '阿哲', '阿成', '远航', '大白', '阿树', '小武', '阳仔', '阿海'],
} as const;
const streets = ['北蔡镇', '花木街道', '周家渡街道', '三林镇', '张江镇', '塘桥街道'];
const homes = ['安徽阜阳', '江苏盐城', '河南周口', '上海', '江西上饶', '四川达州', '浙江台州'];
const works: readonly Occupation[] = [
  'courier',
  'food-delivery',
  'care',
  'employee',
  'ride-hailing',
  'security-guard',
  'domestic',
  'construction',
];
const abouts = [
  '慢热，熟了话多。下班喜欢沿着河边走走。',
  '做事有耐心，周末常去图书馆。',
  '爱琢磨做菜，拿手的是红烧排骨。',
  '老家在外地，来上海六年了，想找个踏实的人说说话。',
];
const hopes = ['性格温和，好好说话。', '彼此尊重，有自己的爱好。', '愿意一起过平常日子。'];

const maybe = <Value>(dice: Dice, times: number, value: () => Value): Value | null =>
  dice.oneIn(times) ? null : value();

function factsOf(dice: Dice, thisYear: number): MatchFacts {
  const age = dice.between(22, 41);
  const liked = new Set<Interest>(Array.from({ length: dice.between(2, 5) }, () => dice.among(interests)));
  const shown = <Value>(value: Value) => ({
    value,
    seenBy: dice.oneIn(4) ? ('studio' as const) : ('proposal' as const),
  });
  return {
    age: { value: thisYear - age, seenBy: 'proposal' },
    street: maybe(dice, 6, () => shown(dice.among(streets))),
    hometown: maybe(dice, 3, () => shown(dice.among(homes))),
    occupation: maybe(dice, 8, () => shown(dice.among(works))),
    shift: maybe(dice, 3, () => shown(dice.among(['day', 'night', 'rotating', 'free'] as const))),
    restDays: maybe(dice, 3, () => shown(dice.among([[6, 7], [7], [1, 2], [3], [5, 6]]))),
    interests: maybe(dice, 10, () => shown([...liked])),
    smokes: maybe(dice, 4, () => shown(dice.oneIn(4) ? ('sometimes' as const) : ('never' as const))),
    history: maybe(dice, 2, () => ({
      value: dice.oneIn(6) ? ('divorced' as const) : ('never' as const),
      seenBy: 'studio',
    })),
    hasChildren: null,
    about: maybe(dice, 4, () => shown(dice.among(abouts))),
    hopes: maybe(dice, 3, () => shown(dice.among(hopes))),
    ages: maybe(dice, 3, () => ({ value: { from: Math.max(20, age - 6), upTo: age + 6 }, seenBy: 'studio' })),
  };
}

/** The pool, always the same but for the year. */
export const singles = (thisYear: number): Single[] =>
  Array.from({ length: SINGLES }, (_, nth): Single => {
    const dice = diceOf(`single-${nth}`);
    const gender: Gender = nth % 2 === 0 ? 'woman' : 'man';
    return {
      key: `single-${nth}`,
      name: `${dice.among(families)}${dice.among(given)}`,
      form: {
        calledName: dice.among(calls[gender]),
        gender,
        facts: factsOf(dice, thisYear),
        contact: { kind: 'wechat', value: `made_up_${String(nth).padStart(4, '0')}` },
        seeks: null,
        children: maybe(dice, 2, () => dice.among(['wanted', 'open', 'open', 'not-wanted'] as const)),
        // The whole pool is of one union: for somebody who says so there would be nobody.
        notColleagues: dice.oneIn(40),
      },
    };
  });
