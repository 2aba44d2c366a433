import { CloudError } from '../cloud-error';

/**
 * A value that cannot become what was asked for.
 *
 * A class, because `onError` answers for this and for no other error.
 */
export class ConversionFailure extends CloudError {
  constructor(message: string) {
    super('DATABASE_REQUEST_FAILED', message);
  }
}
