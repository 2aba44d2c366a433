import { sealed } from '../cloudfunctions/duty/certificate';
import { drawCertificateCode } from '../cloudfunctions/duty/certificate-code';
import { pairIdOf } from '../cloudfunctions/duty/ids';
import { collections } from '../cloudfunctions/runtime/collections';
import { personIdFor } from '../cloudfunctions/runtime/serve';
import { dutyNow, numberOf } from '../cloudfunctions/testing/duty';
import { readPdf } from '../cloudfunctions/testing/pdf-reading';
import { openLocalCloud } from '../emulator/local-cloud';
import { UnionId } from '../types/ids';
import { ShanghaiDay } from '../types/time';
import { bringFunctionsUpToDate, functionsDirectory } from './build-functions';
import { packageCode } from './cloud/code-package';
import { freshKeys } from './local-keys';

const keys = freshKeys();

beforeAll(async () => {
  Object.assign(process.env, keys);
  await bringFunctionsUpToDate();
});

/** A certificate of 2 hours that waits to be printed. */
const issued = (name: string) => {
  const personId = personIdFor('wechat', 'openid-chen');
  const code = drawCertificateCode();
  return sealed({
    _id: pairIdOf('certificate', personId, name),
    personId,
    ...{ state: 'issued', codeKey: code, code, name, document: null, volunteerNo: numberOf(name) },
    ...{ from: ShanghaiDay.parse('2026-01-01'), until: ShanghaiDay.parse('2026-11-23'), minutes: 120 },
    ...{ mix: [{ evidence: 'rotating-code', minutes: 120 }], content: ['北蔡驿站 驿站值守（1次）'] },
    ...{ unionId: UnionId.parse('beicai'), unionName: '北蔡镇总工会', scope: [], waitingFor: [], askedAt: dutyNow },
    ...{ responsible: '赵建国', handler: '周晓燕', handlerId: personId, contact: '021-58921234' },
    ...{ number: 'beicai-2026-ABCDEF', issuedAt: dutyNow, revokedAt: null, reason: null, anchor: null },
  });
};

it('the built function prints a certificate with the fonts that it carries, rare signs among them', async () => {
  const cloud = await openLocalCloud({
    dataFile: ':memory:',
    collections,
    functions: { directory: functionsDirectory },
    environment: keys,
  });
  // 喆, 珺, 璟, 翀, 玥, 湉, 翾: names that many fonts cannot write.
  const certificate = issued('陈喆珺璟翀玥湉翾');
  cloud.documents('certificates').insert(certificate);
  const message = { action: 'certificatePdf', input: { certificateId: certificate._id } };
  const { result } = await cloud.call('duty', message, { openid: 'openid-chen' });
  cloud.close();
  const { value } = result as { value: { base64: string } };
  const { pages, signs } = readPdf(Buffer.from(value.base64, 'base64'));
  expect(pages).toBe(1);
  expect(Array.from(certificate.name).filter((sign) => !signs.has(sign))).toEqual([]);
});

it('a function with its fonts still goes in one upload', () => {
  expect(packageCode(`${functionsDirectory}/duty`).zip.length).toBeLessThan(5_000_000);
});
