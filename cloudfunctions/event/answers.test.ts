import * as fc from 'fast-check';
import type { Answers, FormField } from '../../types/event-form';
import { checkAnswers } from './answers';

const aField = (fieldId: string, more: Partial<FormField> = {}): FormField => ({
  fieldId,
  label: fieldId,
  kind: 'text',
  options: [],
  isRequired: false,
  isSensitive: false,
  askedIf: null,
  purgeDays: 30,
  ...more,
});
const size = aField('size', { kind: 'choice', options: ['S', 'M', 'L'], isRequired: true });
const needs = aField('needs', { kind: 'choices', options: ['轮椅', '手语', '其他'] });
const which = aField('which', { isRequired: true, askedIf: { fieldId: 'needs', answer: '其他' } });
const brings = aField('brings', { kind: 'yes-no', isRequired: true });
const many = aField('many', { kind: 'number', isRequired: true, askedIf: { fieldId: 'brings', answer: true } });

const problemsOf = (fields: readonly FormField[], answers: Answers) => {
  const result = checkAnswers(fields, answers);
  return result.ok ? [] : (result.fields ?? []).map(({ path, problem }) => `${path} ${problem}`);
};
const keptOf = (fields: readonly FormField[], answers: Answers) => {
  const result = checkAnswers(fields, answers);
  return result.ok ? result.value : null;
};

describe('answers of a registration form', () => {
  it('are kept as they were given', () => {
    const answers = { size: 'M', needs: ['轮椅'], brings: true, many: 2 };
    expect(keptOf([size, needs, which, brings, many], answers)).toEqual(answers);
  });

  it('name each question that was left out, and accept that the others were', () => {
    expect(problemsOf([size, needs, brings, aField('note')], { size: '  ', needs: [] })).toEqual([
      'answers.size missing',
      'answers.brings missing',
    ]);
    expect(keptOf([needs, aField('note')], { needs: [], note: ' \n ' })).toEqual({});
  });

  it('say no where a yes-no question was answered no', () => {
    expect(keptOf([brings, many], { brings: false })).toEqual({ brings: false });
  });

  it('ask a question only where an earlier answer leads to it', () => {
    expect(problemsOf([brings, many], { brings: true })).toEqual(['answers.many missing']);
    expect(keptOf([brings, many], { brings: false, many: 3 })).toEqual({ brings: false });
    expect(problemsOf([needs, which], { needs: ['手语', '其他'] })).toEqual(['answers.which missing']);
    expect(keptOf([needs, which], { needs: ['手语'], which: '读唇' })).toEqual({ needs: ['手语'] });
    const age = aField('age', { kind: 'number' });
    const ofAge = aField('of-age', { isRequired: true, askedIf: { fieldId: 'age', answer: '60' } });
    expect(problemsOf([age, ofAge], { age: 60 })).toEqual(['answers.of-age missing']);
  });

  it('do not ask what follows from a question that was itself not asked', () => {
    const then = aField('then', { isRequired: true, askedIf: { fieldId: 'many', answer: '2' } });
    expect(keptOf([brings, many, then], { brings: false, many: 2 })).toEqual({ brings: false });
  });

  it('do not ask what hangs on an answer that is wrong: that one is put right first', () => {
    expect(problemsOf([needs, which], { needs: ['其他', '自带'] })).toEqual(['answers.needs choice']);
  });

  it('drop what nobody asked, whatever its name', () => {
    const sent = JSON.parse('{"__proto__": "x", "constructor": "y", "secret": "z", "note": "a"}') as Answers;
    expect(keptOf([aField('note')], sent)).toEqual({ note: 'a' });
    expect(keptOf([aField('constructor')], {})).toEqual({});
    expect(problemsOf([aField('constructor', { isRequired: true })], {})).toEqual(['answers.constructor missing']);
  });

  it('are one of the options, each once', () => {
    expect(problemsOf([size, needs], { size: 'XL', needs: ['飞机'] })).toEqual([
      'answers.size choice',
      'answers.needs choice',
    ]);
    expect(keptOf([needs], { needs: ['手语', '手语'] })).toEqual({ needs: ['手语'] });
    expect(problemsOf([size], { size: ['M'] })).toEqual(['answers.size choice']);
    expect(problemsOf([needs], { needs: '手语' })).toEqual(['answers.needs choice']);
  });

  it('are numbers and yes or no where those were asked, not words for them', () => {
    expect(problemsOf([brings], { brings: '是' })).toEqual(['answers.brings choice']);
    const number = aField('n', { kind: 'number' });
    for (const wrong of ['3', true, NaN, Infinity, 1_000_000_001]) {
      expect(problemsOf([number], { n: wrong })).toEqual(['answers.n format']);
    }
    for (const right of [0, -3, 1_000_000_000]) expect(keptOf([number], { n: right })).toEqual({ n: right });
    expect(problemsOf([aField('note')], { note: 3 })).toEqual(['answers.note format']);
  });

  it('may be 300 characters long and no longer', () => {
    expect(keptOf([aField('note')], { note: '字'.repeat(300) })).toEqual({ note: '字'.repeat(300) });
    expect(problemsOf([aField('note')], { note: '字'.repeat(301) })).toEqual(['answers.note too-long']);
  });

  it('keep markup as the text that it is, and refuse what nobody can see', () => {
    const markup = '<img src=x onerror=alert(1)> & "=1+1"';
    expect(keptOf([aField('note')], { note: markup })).toEqual({ note: markup });
    expect(keptOf([aField('note')], { note: '一\r\n二' })).toEqual({ note: '一\n二' });
    for (const hidden of ['a\u0000b', 'a\u202eb', 'a\u200bb', 'a\u2028b'])
      expect(problemsOf([aField('note')], { note: hidden })).toEqual(['answers.note characters']);
  });
});

const anyAnswer = fc.oneof(
  fc.string({ maxLength: 320 }),
  fc.double(),
  fc.boolean(),
  fc.array(fc.constantFrom('轮椅', '手语', '其他', 'S', '?'), { maxLength: 5 }),
  fc.constantFrom('S', 'M', 'L', '其他'),
);
const form = [size, needs, which, brings, many, aField('note'), aField('n', { kind: 'number' })];
const anyAnswers = fc.dictionary(
  fc.oneof(fc.constantFrom(...form.map(({ fieldId }) => fieldId)), fc.string({ maxLength: 20 })),
  anyAnswer,
);

describe('whatever a phone sends', () => {
  it('only answers to questions that were asked are kept, and all that had to be answered are', () => {
    fc.assert(
      fc.property(anyAnswers, (sent) => {
        const kept = keptOf(form, sent);
        if (kept === null) return;
        expect(form.map(({ fieldId }) => fieldId)).toEqual(expect.arrayContaining(Object.keys(kept)));
        expect(kept).toHaveProperty('size');
        expect('many' in kept).toBe(kept['brings'] === true);
        expect('which' in kept).toBe(Array.isArray(kept['needs']) && kept['needs'].includes('其他'));
      }),
      { numRuns: 500 },
    );
  });

  it('what was agreed to is agreed to again, unchanged', () => {
    fc.assert(
      fc.property(anyAnswers, (sent) => {
        const kept = keptOf(form, sent);
        if (kept !== null) expect(keptOf(form, kept)).toEqual(kept);
      }),
    );
  });
});
