import { createHash } from 'node:crypto';
import { invalidParameter } from '../cloud-error';
import { ENVIRONMENT_ID } from '../functions/identity';

/** COS takes no longer key, counted in UTF-8. Bytes. */
const MOST_PATH_BYTES = 850;

/** The cloud names the bucket of an environment so: two letters of its id in hexadecimal, the id, an account number. */
const BUCKET = `${Buffer.from(ENVIRONMENT_ID.slice(0, 2)).toString('hex')}-${ENVIRONMENT_ID}-1250000000`;

const forms = {
  fileId: /^cloud:\/\/[^/]+\/(.+)$/s,
  // eslint-disable-next-line no-control-regex
  control: /[\u0000-\u001f\u007f]/,
};

/** `cloud://local-env.6c6f-local-env-1250000000/<path>`, what the SDK calls fileID. */
export function fileIdOf(path: string): string {
  return `cloud://${ENVIRONMENT_ID}.${BUCKET}/${path}`;
}

/** What COS is told in `x-cos-meta-fileid`: a mark of the path, since a header cannot carry every path. */
export function cosFileIdOf(path: string): string {
  return createHash('sha256').update(path).digest('base64url');
}

/**
 * The path that a fileID names, whatever environment stands in it: back ends carry file ids of their own environment.
 *
 * @returns undefined for what is no file id, and for a path that could not have been stored
 */
export function pathOf(fileId: string): string | undefined {
  const [, path] = forms.fileId.exec(fileId) ?? [];
  return path === undefined || faultOf(path) !== undefined ? undefined : path;
}

/**
 * The path under which a file is stored: a leading slash falls away, everything else must already be plain.
 *
 * @throws INVALID_PARAM for an empty or too long path, an empty step, the steps `.` and `..`, and control characters
 */
export function plainPath(cloudPath: string): string {
  const path = cloudPath.replace(/^\//, '');
  const fault = faultOf(path);
  if (fault !== undefined) throw invalidParameter(`cloudPath ${fault}`);
  return path;
}

function faultOf(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (Buffer.byteLength(path) > MOST_PATH_BYTES) return `is longer than ${MOST_PATH_BYTES} bytes`;
  if (forms.control.test(path)) return 'holds a control character';
  // What is no Unicode cannot be told from another such path once it is bytes.
  if (/\p{Surrogate}/u.test(path)) return 'is not valid Unicode';
  const steps = path.split('/');
  if (steps.includes('')) return 'has an empty step';
  return steps.some((step) => step === '.' || step === '..') ? "has a step '.' or '..'" : undefined;
}
