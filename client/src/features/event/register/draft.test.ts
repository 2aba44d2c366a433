import { guardianConsentVersion } from '@contract/event';
import type { FormField } from '@contract/event-form';
import { anEventDetail, aViewer } from '../../../../testing/a-guest-event';
import '../../../../testing/taro-api';
import { answersToSend, emptyDraft, fieldsAsked, problemsOf } from './draft';
import { consentVersion } from './register-copy';

const field = (fieldId: string, about: Partial<FormField> = {}): FormField => ({
  fieldId,
  label: fieldId,
  kind: 'text',
  options: [],
  isRequired: true,
  isSensitive: false,
  askedIf: null,
  purgeDays: 7,
  ...about,
});
const meal = field('meal', { kind: 'yes-no' });
const diet = field('diet', { kind: 'choice', options: ['清真', '素食'], askedIf: { fieldId: 'meal', answer: true } });
const note = field('note', { isRequired: false, askedIf: { fieldId: 'diet', answer: '清真' } });
const chain = [meal, diet, note];
const asked = (answers: Record<string, string | boolean>) => fieldsAsked(chain, answers).map(({ fieldId }) => fieldId);

it('asks a question only where the answer before leads to it', () => {
  expect(asked({})).toEqual(['meal']);
  expect(asked({ meal: false })).toEqual(['meal']);
  expect(asked({ meal: true })).toEqual(['meal', 'diet']);
  expect(asked({ meal: true, diet: '清真' })).toEqual(['meal', 'diet', 'note']);
});

it('asks nothing on the word of a question that is not asked any more', () => {
  expect(asked({ meal: false, diet: '清真' })).toEqual(['meal']);
  expect(answersToSend(chain, { meal: false, diet: '清真', note: '不吃辣' })).toEqual({ meal: false });
});

it('sends numbers as numbers, and nothing where nothing was said', () => {
  const fields = [
    field('age', { kind: 'number' }),
    field('words'),
    field('likes', { kind: 'choices', options: ['茶'] }),
  ];
  expect(answersToSend(fields, { age: ' 42 ', words: '  ', likes: [] })).toEqual({ age: 42 });
  expect(answersToSend(fields, { age: '42', words: ' 好 ', likes: ['茶'] })).toEqual({
    age: 42,
    words: '好',
    likes: ['茶'],
  });
});

describe('before anything is sent', () => {
  const family = { mostChildren: 2, ageFrom: 4, ageUpTo: 10 };
  const event = anEventDetail('亲子手作', {
    family,
    audience: { who: 'everyone', occupations: [], age: { from: 18, upTo: 120 } },
    fields: [meal, diet],
  });
  const complete = {
    ...emptyDraft(event, aViewer()),
    children: [{ name: '毛毛', age: '4' }],
    isConsented: true,
    saysAge: true,
    answers: { meal: false },
  };

  it('nothing is wrong with what is complete', () => {
    expect(problemsOf(complete, event)).toEqual({});
  });

  it('whatever is missing is named at its place', () => {
    const draft = { ...emptyDraft(event, aViewer({ name: null })), answers: { meal: true } };
    expect(Object.keys(problemsOf(draft, event)).sort()).toEqual([
      'answers.diet',
      'children.0.age',
      'children.0.name',
      'guardianConsent',
      'name',
      'saysAge',
    ]);
  });

  it.each([
    ['3', true],
    ['4', false],
    ['10', false],
    ['11', true],
    ['', true],
    ['四', true],
  ])('a child of %s years is wrong: %s', (age, isWrong) => {
    const draft = { ...complete, children: [{ name: '毛毛', age }] };
    expect('children.0.age' in problemsOf(draft, event)).toBe(isWrong);
  });

  it('without children nobody is asked for the consent of a guardian', () => {
    expect(problemsOf({ ...complete, children: [], isConsented: false }, event)).toEqual({});
  });

  it('where places are by men and women one says which one is', () => {
    const mixer = anEventDetail('联谊', { quotas: ['men', 'women'].map((group) => ({ group, places: 10, left: 1 })) });
    expect(Object.keys(problemsOf(emptyDraft(mixer, aViewer()), mixer))).toEqual(['quota']);
  });
});

it('shows the wording of the consent that the server keeps', () => {
  expect(consentVersion).toBe(guardianConsentVersion);
});
