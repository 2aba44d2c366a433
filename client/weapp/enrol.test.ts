import { answerOf } from './answers';
import type { Page, Phone } from './harness';
import { boot } from './harness';

const form = {
  occupation: null,
  workRelation: null,
  employerName: null,
  employerCode: null,
  workAreaId: null,
  homeAreaId: null,
  name: null,
  maskedMobile: null,
  documentKind: null,
  maskedNumber: null,
};
const draft = {
  state: 'draft',
  form,
  consents: [],
  union: null,
  clock: null,
  history: [],
  missing: ['occupation', 'workAreaId', 'union', 'name', 'mobile', 'document'],
  may: { edit: true, submit: false, withdraw: false },
};
const receipts = (['membership', 'identity-document'] as const).map((purpose) => ({
  purpose,
  version: '2026-11',
  receiptNo: `R-${purpose}`,
  givenAt: 1_767_225_600_000,
  withdrawnAt: null,
}));

const bytes = (data: object): number => Buffer.byteLength(JSON.stringify(data));
let phone: Phone;
let page: Page;

beforeAll(() => {
  phone = boot((asked) => {
    if (asked.action === 'showEnrolment') return { ok: true, value: draft };
    if (asked.action === 'giveConsents') return { ok: true, value: { receipts } };
    return answerOf(asked);
  });
});

it('takes a rider from what joining means to the work, by taps alone', async () => {
  page = await phone.open('features/member/pages/enrol/index');
  await page.waitFor('加入工会，您需要知道');
  expect(page.levels()).toBeLessThanOrEqual(16);
  expect(Math.max(...page.sent.map(bytes))).toBeLessThanOrEqual(16_000);
  const beforeTick = page.sent.length;
  await page.tap('同意用我的资料办理入会');
  expect(page.sent.slice(beforeTick).reduce((sum, data) => sum + bytes(data), 0)).toBeLessThanOrEqual(1_000);
  await page.tap('同意用我的证件号码核对身份');
  await page.tap('同意并继续');
  await page.waitFor('第2步，共5步：您的工作');
  expect(page.levels()).toBeLessThanOrEqual(16);
  await page.tap('更多职业');
  await page.waitFor('建筑工人');
  expect(page.text()).not.toContain('undefined');
  page.close();
});
