import type { ApiAnswer, ApiRequest, Rule } from './answer';
import { fail, isOneOf, textIn } from './answer';
import { isPage } from './pages';
import { drawCode } from './picture';

/** What may stand in a scene: digits, letters and these signs, at most 32 in all. Source: WeChat's reference. */
const scene = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/;

const LEAST_WIDTH = 280;
const MOST_WIDTH = 1280;
const DEFAULT_WIDTH = 430;

/** The longest path of a code. Characters. Source: WeChat's reference. */
const MOST_PATH = 1024;
const MOST_QR_PATH = 128;

/** `wxacode.getUnlimited`: a code with a scene of its own for a page. */
export const unlimitedCode: Rule = (request) => {
  const { page } = request;
  if (!scene.test(textIn(request, 'scene'))) return fail(40129, 'invalid scene');
  if (page !== undefined && page !== '' && !isPage(page, 'without query')) return fail(41030, 'invalid page');
  return drawn(request, `unlimited\n${page ?? ''}\n${textIn(request, 'scene')}`);
};

/** `wxacode.get`: a code for a path; `wxacode.createQRCode` is the same as a square one. */
const codeOfPath =
  (most: number): Rule =>
  (request) => {
    const path = textIn(request, 'path');
    if (path === '' || path.length > most) {
      return fail(40159, 'invalid length for path, or the data is not json string');
    }
    return isPage(path, 'with query') ? drawn(request, `path\n${path}`) : fail(41030, 'invalid page');
  };

export const wxaCode = codeOfPath(MOST_PATH);
export const qrCode = codeOfPath(MOST_QR_PATH);

function drawn(request: ApiRequest, content: string): ApiAnswer {
  const width = request['width'] ?? DEFAULT_WIDTH;
  const version = request['env_version'] ?? 'release';
  if (typeof width !== 'number' || !Number.isInteger(width) || width < LEAST_WIDTH || width > MOST_WIDTH) {
    return fail(40097, 'invalid args: width');
  }
  if (!isOneOf(version, ['release', 'trial', 'develop'])) return fail(40097, 'invalid args: env_version');
  return { contentType: 'image/png', bytes: drawCode(content, width) };
}
