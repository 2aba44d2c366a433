import type { MatchCard } from '@contract/match-proposal';
import { cardLines } from './card-lines';
import { restDaysText, sittingText } from './match-words';

const nothing: MatchCard['facts'] = {
  street: null, hometown: null, occupation: null, shift: null, restDays: null, interests: null, smokes: null, history: null,
  hasChildren: null, about: null, hopes: null, ages: null,
}; // prettier-ignore

it('says nothing of what was not stated', () => {
  expect(cardLines({ age: null, facts: nothing })).toEqual([]);
});

it('says what was stated in words, in one order', () => {
  const lines = cardLines({
    age: 32,
    facts: {
      ...nothing,
      hopes: '爱说笑',
      interests: ['fishing', 'cooking'],
      occupation: 'courier',
      restDays: [7, 2],
      hasChildren: false,
      ages: { from: 28, upTo: 35 },
    },
  });
  expect(lines).toEqual([
    { label: '年龄', value: '32岁' },
    { label: '职业', value: '快递员' },
    { label: '休息日', value: '周二、周日' },
    { label: '喜欢做的事', value: '钓鱼、做饭' },
    { label: '孩子', value: '没有孩子' },
    { label: '希望对方年龄', value: '28到35岁' },
    { label: '期待遇见怎样的人', value: '爱说笑' },
  ]);
});

it('leaves out a word that this version does not know, rather than show a code', () => {
  expect(
    cardLines({ age: null, facts: { ...nothing, occupation: 'astronaut', interests: ['chess', 'pets'] } }),
  ).toEqual([{ label: '喜欢做的事', value: '养宠物' }]);
});

it('names the days in the order of the week, and a studio by when it sits', () => {
  expect(restDaysText([6, 1])).toBe('周一、周六');
  expect(sittingText({ weekday: 5, from: 540, until: 990 })).toBe('每周五 9:00到16:30');
});
