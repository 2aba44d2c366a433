import { caseIdIn } from './case-address';

const id = 'enrolment:pAAAAAAAAAAAAAAAAAAAAAA:1';

it('reads an id as a browser hands it over, and as WeChat does', () => {
  expect(caseIdIn({ caseId: id })).toBe(id);
  expect(caseIdIn({ caseId: encodeURIComponent(id) })).toBe(id);
});

it('reads nothing from what is no id', () => {
  expect(caseIdIn({})).toBeNull();
  expect(caseIdIn({ caseId: '%E0%A4%A' })).toBeNull();
  expect(caseIdIn({ caseId: 'enrolment:Somebody:1' })).toBeNull();
});
