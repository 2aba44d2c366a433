/**
 * An answer the cloud would give: it reaches the caller as `{code, message}`.
 *
 * A class, because it is thrown through code that must tell it from a fault of the emulator itself.
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CloudError';
  }
}

/** The database refused the request itself: an unknown operator, a wrong type, a duplicate key. */
export function requestFailed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}

export function invalidParameter(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message);
}
